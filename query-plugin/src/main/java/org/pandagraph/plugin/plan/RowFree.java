/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.Locale;
import java.util.Set;
import org.neo4j.cypher.internal.expressions.ASTCachedProperty;
import org.neo4j.cypher.internal.expressions.Add;
import org.neo4j.cypher.internal.expressions.ContainerIndex;
import org.neo4j.cypher.internal.expressions.Divide;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.expressions.FunctionInvocation;
import org.neo4j.cypher.internal.expressions.ListLiteral;
import org.neo4j.cypher.internal.expressions.ListSlice;
import org.neo4j.cypher.internal.expressions.Literal;
import org.neo4j.cypher.internal.expressions.LogicalVariable;
import org.neo4j.cypher.internal.expressions.MapExpression;
import org.neo4j.cypher.internal.expressions.Modulo;
import org.neo4j.cypher.internal.expressions.Multiply;
import org.neo4j.cypher.internal.expressions.Parameter;
import org.neo4j.cypher.internal.expressions.Pow;
import org.neo4j.cypher.internal.expressions.Property;
import org.neo4j.cypher.internal.expressions.Subtract;
import org.neo4j.cypher.internal.expressions.UnaryAdd;
import org.neo4j.cypher.internal.expressions.UnarySubtract;
import org.neo4j.cypher.internal.logical.plans.ResolvedFunctionInvocation;
import org.neo4j.cypher.internal.runtime.ast.ParameterFromSlot;
import scala.Product;
import scala.collection.Iterator;

/**
 * Whether an expression has one value for all rows of a leaf: made of literals, parameters, what
 * the leaf is handed as arguments, and functions that always say the same in one statement. What is
 * not known to be so is not.
 */
final class RowFree {
  private static final Set<Class<?>> OPERATORS =
      Set.of(
          ListLiteral.class,
          MapExpression.class,
          Add.class,
          Subtract.class,
          Multiply.class,
          Divide.class,
          Modulo.class,
          Pow.class,
          UnaryAdd.class,
          UnarySubtract.class,
          ContainerIndex.class,
          ListSlice.class,
          Property.class);

  private static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "ceil",
          "coalesce",
          "floor",
          "head",
          "last",
          "left",
          "ltrim",
          "range",
          "replace",
          "right",
          "round",
          "rtrim",
          "sign",
          "size",
          "split",
          "sqrt",
          "substring",
          "tail",
          "toboolean",
          "tofloat",
          "tointeger",
          "tolower",
          "tostring",
          "toupper",
          "trim");

  private final Set<String> arguments;

  /**
   * @param arguments variables that have one value for all rows of the leaf
   */
  RowFree(Set<String> arguments) {
    this.arguments = arguments;
  }

  boolean test(Expression expression) {
    if (expression instanceof Literal
        || expression instanceof Parameter
        || expression instanceof ParameterFromSlot) {
      return true;
    }
    if (expression instanceof LogicalVariable) {
      return arguments.contains(((LogicalVariable) expression).name());
    }
    if (expression instanceof ASTCachedProperty) {
      return arguments.contains(((ASTCachedProperty) expression).entityName());
    }
    return isPure(expression) && childrenPass(expression);
  }

  private static boolean isPure(Expression expression) {
    if (expression instanceof FunctionInvocation) {
      FunctionInvocation function = (FunctionInvocation) expression;
      return function.namespace().parts().isEmpty()
          && FUNCTIONS.contains(function.functionName().name().toLowerCase(Locale.ROOT));
    }
    if (expression instanceof ResolvedFunctionInvocation) {
      // Neo4j's own ones of this kind are about time. But for this one, their clock stands still in
      // a statement.
      ResolvedFunctionInvocation function = (ResolvedFunctionInvocation) expression;
      return function.fcnSignature().isDefined()
          && function.fcnSignature().get().builtIn()
          && !function.qualifiedName().name().equalsIgnoreCase("realtime");
    }
    return OPERATORS.contains(expression.getClass());
  }

  private boolean childrenPass(Object node) {
    Iterator<?> children =
        node instanceof scala.collection.Iterable
            ? ((scala.collection.Iterable<?>) node).iterator()
            : ((Product) node).productIterator();
    while (children.hasNext()) {
      Object child = children.next();
      boolean passes =
          child instanceof Expression
              ? test((Expression) child)
              : !(child instanceof scala.collection.Iterable
                      || child instanceof scala.Tuple2
                      || child instanceof scala.Option)
                  || childrenPass(child);
      if (!passes) {
        return false;
      }
    }
    return true;
  }
}
