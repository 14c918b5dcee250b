/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.cypher.internal.expressions.ASTCachedProperty;
import org.neo4j.cypher.internal.expressions.And;
import org.neo4j.cypher.internal.expressions.AndedPropertyInequalities;
import org.neo4j.cypher.internal.expressions.Ands;
import org.neo4j.cypher.internal.expressions.BinaryOperatorExpression;
import org.neo4j.cypher.internal.expressions.Contains;
import org.neo4j.cypher.internal.expressions.EndsWith;
import org.neo4j.cypher.internal.expressions.Equals;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.expressions.False;
import org.neo4j.cypher.internal.expressions.GreaterThan;
import org.neo4j.cypher.internal.expressions.GreaterThanOrEqual;
import org.neo4j.cypher.internal.expressions.HasAnyLabel;
import org.neo4j.cypher.internal.expressions.HasLabels;
import org.neo4j.cypher.internal.expressions.HasTypes;
import org.neo4j.cypher.internal.expressions.In;
import org.neo4j.cypher.internal.expressions.InequalityExpression;
import org.neo4j.cypher.internal.expressions.IsNotNull;
import org.neo4j.cypher.internal.expressions.IsNull;
import org.neo4j.cypher.internal.expressions.LessThan;
import org.neo4j.cypher.internal.expressions.LessThanOrEqual;
import org.neo4j.cypher.internal.expressions.LogicalProperty;
import org.neo4j.cypher.internal.expressions.LogicalVariable;
import org.neo4j.cypher.internal.expressions.Not;
import org.neo4j.cypher.internal.expressions.NotEquals;
import org.neo4j.cypher.internal.expressions.Or;
import org.neo4j.cypher.internal.expressions.Ors;
import org.neo4j.cypher.internal.expressions.StartsWith;
import org.neo4j.cypher.internal.expressions.SymbolicName;
import org.neo4j.cypher.internal.expressions.True;
import org.neo4j.cypher.internal.expressions.Xor;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.Values;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.costore.predicate.HasLabel;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.costore.predicate.TextMatch;
import scala.collection.JavaConverters;

/**
 * Reads Neo4j's expressions as conditions on one variable. What is not known to mean exactly the
 * same to a co-store is not read. For one thread.
 */
public final class ConditionExtraction {
  private final String variable;
  private final RowFree rowFree;
  private List<Expression> values = new ArrayList<>();

  /**
   * @param variable the node or relationship that conditions are about
   * @param arguments variables that have a value before the leaf is read
   */
  public ConditionExtraction(String variable, Set<String> arguments) {
    this.variable = variable;
    this.rowFree = new RowFree(arguments);
  }

  /** Whether an expression asks for labels or types alone, which Neo4j has indexes for. */
  static boolean isLabelTest(Expression expression) {
    return expression instanceof HasLabels
        || expression instanceof HasAnyLabel
        || expression instanceof HasTypes;
  }

  /** An expression as a condition; empty where it is none that can be pushed. */
  public Optional<Condition> extract(Expression expression) {
    values = new ArrayList<>();
    try {
      return Optional.of(new Condition(template(expression), values));
    } catch (NotPushable e) {
      return Optional.empty();
    }
  }

  private Condition.Template template(Expression expression) throws NotPushable {
    if (expression instanceof Equals || expression instanceof NotEquals) {
      return comparison((BinaryOperatorExpression) expression);
    }
    if (expression instanceof InequalityExpression) {
      InequalityExpression inequality = (InequalityExpression) expression;
      return comparison(inequality.lhs(), operator(inequality), inequality.rhs());
    }
    if (expression instanceof AndedPropertyInequalities) {
      return all(inequalities((AndedPropertyInequalities) expression), true);
    }
    if (expression instanceof In) {
      return in((In) expression);
    }
    if (expression instanceof IsNotNull) {
      return exists(((IsNotNull) expression).lhs());
    }
    if (expression instanceof IsNull) {
      return not(exists(((IsNull) expression).lhs()));
    }
    if (expression instanceof StartsWith) {
      return text((StartsWith) expression, TextMatch.Operator.STARTS_WITH);
    }
    if (expression instanceof EndsWith) {
      return text((EndsWith) expression, TextMatch.Operator.ENDS_WITH);
    }
    if (expression instanceof Contains) {
      return text((Contains) expression, TextMatch.Operator.CONTAINS);
    }
    return junctionOrLabels(expression);
  }

  private Condition.Template junctionOrLabels(Expression expression) throws NotPushable {
    if (expression instanceof Not) {
      return not(template(((Not) expression).rhs()));
    }
    if (expression instanceof And) {
      return all(operands((And) expression), true);
    }
    if (expression instanceof Ands) {
      return all(list(((Ands) expression).exprs()), true);
    }
    if (expression instanceof Or) {
      return all(operands((Or) expression), false);
    }
    if (expression instanceof Ors) {
      return all(list(((Ors) expression).exprs()), false);
    }
    if (expression instanceof Xor) {
      return xor((Xor) expression);
    }
    if (expression instanceof HasLabels) {
      HasLabels labels = (HasLabels) expression;
      return labels(labels.expression(), list(labels.labels()), true);
    }
    if (expression instanceof HasAnyLabel) {
      HasAnyLabel labels = (HasAnyLabel) expression;
      return labels(labels.expression(), list(labels.labels()), false);
    }
    if (expression instanceof HasTypes) {
      HasTypes types = (HasTypes) expression;
      return labels(types.expression(), list(types.types()), true);
    }
    if (expression instanceof True) {
      return values -> new org.pandagraph.costore.predicate.And(List.of());
    }
    if (expression instanceof False) {
      return values -> new org.pandagraph.costore.predicate.Or(List.of());
    }
    throw new NotPushable(expression.getClass().getSimpleName());
  }

  private Condition.Template comparison(BinaryOperatorExpression expression) throws NotPushable {
    return comparison(
        expression.lhs(),
        expression instanceof Equals ? Comparison.Operator.EQUAL : Comparison.Operator.NOT_EQUAL,
        expression.rhs());
  }

  private static Comparison.Operator operator(InequalityExpression inequality) throws NotPushable {
    if (inequality instanceof LessThan) {
      return Comparison.Operator.LESS;
    }
    if (inequality instanceof LessThanOrEqual) {
      return Comparison.Operator.LESS_OR_EQUAL;
    }
    if (inequality instanceof GreaterThan) {
      return Comparison.Operator.GREATER;
    }
    if (inequality instanceof GreaterThanOrEqual) {
      return Comparison.Operator.GREATER_OR_EQUAL;
    }
    throw new NotPushable(inequality.getClass().getSimpleName());
  }

  private Condition.Template comparison(
      Expression left, Comparison.Operator operator, Expression right) throws NotPushable {
    Optional<String> key = key(left);
    if (key.isEmpty()) {
      return comparison(key(right), mirrored(operator), left);
    }
    return comparison(key, operator, right);
  }

  private Condition.Template comparison(
      Optional<String> key, Comparison.Operator operator, Expression value) throws NotPushable {
    String name = required(key);
    int slot = slot(value);
    return values -> new Comparison(name, operator, PropertyValues.of(values[slot]));
  }

  private static Comparison.Operator mirrored(Comparison.Operator operator) {
    switch (operator) {
      case LESS:
        return Comparison.Operator.GREATER;
      case LESS_OR_EQUAL:
        return Comparison.Operator.GREATER_OR_EQUAL;
      case GREATER:
        return Comparison.Operator.LESS;
      case GREATER_OR_EQUAL:
        return Comparison.Operator.LESS_OR_EQUAL;
      default:
        return operator;
    }
  }

  private Condition.Template in(In in) throws NotPushable {
    String key = required(key(in.lhs()));
    int slot = slot(in.rhs());
    return values ->
        values[slot] == Values.NO_VALUE
            ? new Comparison(key, Comparison.Operator.EQUAL, null)
            : new org.pandagraph.costore.predicate.In(key, PropertyValues.elements(values[slot]));
  }

  /** A text that is none makes the condition null, as a null does. */
  private Condition.Template text(BinaryOperatorExpression expression, TextMatch.Operator operator)
      throws NotPushable {
    String key = required(key(expression.lhs()));
    int slot = slot(expression.rhs());
    return values -> {
      AnyValue value = values[slot];
      return new TextMatch(
          key, operator, value instanceof TextValue ? ((TextValue) value).stringValue() : null);
    };
  }

  private Condition.Template exists(Expression expression) throws NotPushable {
    Predicate exists = new Exists(required(key(expression)));
    return values -> exists;
  }

  private Condition.Template labels(
      Expression entity, List<? extends SymbolicName> names, boolean all) throws NotPushable {
    if (!isVariable(entity)) {
      throw new NotPushable("labels of another variable");
    }
    List<Predicate> labels =
        names.stream().map(name -> new HasLabel(name.name())).collect(Collectors.toList());
    return values -> junction(labels, all);
  }

  private static Condition.Template not(Condition.Template template) {
    return values -> new org.pandagraph.costore.predicate.Not(template.bind(values));
  }

  private Condition.Template xor(Xor xor) throws NotPushable {
    Condition.Template left = template(xor.lhs());
    Condition.Template right = template(xor.rhs());
    return values -> {
      Predicate first = left.bind(values);
      Predicate second = right.bind(values);
      return org.pandagraph.costore.predicate.Or.of(
          org.pandagraph.costore.predicate.And.of(
              first, new org.pandagraph.costore.predicate.Not(second)),
          org.pandagraph.costore.predicate.And.of(
              new org.pandagraph.costore.predicate.Not(first), second));
    };
  }

  private Condition.Template all(List<? extends Expression> expressions, boolean and)
      throws NotPushable {
    List<Condition.Template> templates = new ArrayList<>();
    for (Expression expression : expressions) {
      templates.add(template(expression));
    }
    return values -> {
      List<Predicate> predicates = new ArrayList<>();
      for (Condition.Template template : templates) {
        predicates.add(template.bind(values));
      }
      return junction(predicates, and);
    };
  }

  private static Predicate junction(List<Predicate> predicates, boolean and) {
    if (predicates.size() == 1) {
      return predicates.get(0);
    }
    return and
        ? new org.pandagraph.costore.predicate.And(predicates)
        : new org.pandagraph.costore.predicate.Or(predicates);
  }

  private static List<Expression> inequalities(AndedPropertyInequalities anded) {
    scala.collection.Seq<InequalityExpression> inequalities = anded.inequalities().toIndexedSeq();
    return JavaConverters.seqAsJavaList(inequalities).stream()
        .map(Expression.class::cast)
        .collect(Collectors.toList());
  }

  private static List<Expression> operands(BinaryOperatorExpression expression) {
    return List.of(expression.lhs(), expression.rhs());
  }

  private int slot(Expression value) throws NotPushable {
    if (!rowFree.test(value)) {
      throw new NotPushable("a value that differs from row to row");
    }
    values.add(value);
    return values.size() - 1;
  }

  /** A property of the variable, or metadata of one: its key. */
  private Optional<String> key(Expression expression) {
    Optional<MetadataCall> call = MetadataCall.of(expression);
    return call.isPresent()
        ? property(call.get().blob()).map(call.get().metadata()::keyOf)
        : property(expression);
  }

  private Optional<String> property(Expression expression) {
    if (expression instanceof ASTCachedProperty) {
      // Its map() cannot be used: it was made before the name was known.
      ASTCachedProperty cached = (ASTCachedProperty) expression;
      return cached.entityName().equals(variable)
          ? Optional.of(cached.propertyKey().name())
          : Optional.empty();
    }
    if (expression instanceof LogicalProperty && isVariable(((LogicalProperty) expression).map())) {
      return Optional.of(((LogicalProperty) expression).propertyKey().name());
    }
    return Optional.empty();
  }

  private static String required(Optional<String> key) throws NotPushable {
    return key.orElseThrow(() -> new NotPushable("not a property of the variable"));
  }

  private boolean isVariable(Expression expression) {
    return expression instanceof LogicalVariable
        && ((LogicalVariable) expression).name().equals(variable);
  }

  private static <T> List<T> list(scala.collection.Seq<T> items) {
    return JavaConverters.seqAsJavaList(items);
  }
}
