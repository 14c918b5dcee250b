/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.neo4j.cypher.internal.expressions.CachedProperty;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.expressions.Property;
import org.neo4j.cypher.internal.logical.plans.LogicalBinaryPlan;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.logical.plans.TransactionApply;
import org.neo4j.cypher.internal.logical.plans.TransactionForeach;
import org.neo4j.cypher.internal.util.attribution.SameId;
import org.neo4j.cypher.internal.util.bottomUp;
import scala.Function1;

/** Walks over plans. */
public final class Plans {
  private Plans() {}

  /** Applies a rule to each operator, the leaves first. */
  static LogicalPlan rewrite(LogicalPlan plan, UnaryOperator<LogicalPlan> rule) {
    Function1<Object, Object> each =
        node -> node instanceof LogicalPlan ? rule.apply((LogicalPlan) node) : node;
    return (LogicalPlan)
        bottomUp.apply(each, bottomUp.apply$default$2(), bottomUp.apply$default$3()).apply(plan);
  }

  /**
   * Applies a rule to the operators that read and write in one transaction: where a plan commits on
   * its way, to those alone that run between two commits. What is read on from one to the next does
   * not see what has been changed meanwhile as changes of its own transaction.
   */
  static LogicalPlan rewriteWithinTransactions(LogicalPlan plan, UnaryOperator<LogicalPlan> rule) {
    return has(plan, Plans::commits)
        ? rewrite(plan, operator -> commits(operator) ? inner(operator, rule) : operator)
        : rewrite(plan, rule);
  }

  private static boolean commits(LogicalPlan operator) {
    return operator instanceof TransactionForeach || operator instanceof TransactionApply;
  }

  private static LogicalPlan inner(LogicalPlan operator, UnaryOperator<LogicalPlan> rule) {
    LogicalBinaryPlan commits = (LogicalBinaryPlan) operator;
    return commits.withRhs(rewrite(commits.right(), rule), new SameId(operator.id()));
  }

  /** An expression as it was written, before Neo4j noted which properties to keep in the row. */
  public static Expression uncached(Expression expression) {
    Function1<Object, Object> each =
        node -> node instanceof CachedProperty ? property((CachedProperty) node) : node;
    return (Expression)
        bottomUp
            .apply(each, bottomUp.apply$default$2(), bottomUp.apply$default$3())
            .apply(expression);
  }

  private static Property property(CachedProperty cached) {
    return new Property(cached.entityVariable(), cached.propertyKey(), cached.position());
  }

  /** Whether there is a {@link CoStoreSeek} in a plan. */
  public static boolean hasSeek(LogicalPlan plan) {
    return has(plan, operator -> operator instanceof CoStoreSeek);
  }

  private static boolean has(LogicalPlan plan, Predicate<LogicalPlan> wanted) {
    return wanted.test(plan)
        || plan.lhs().isDefined() && has(plan.lhs().get(), wanted)
        || plan.rhs().isDefined() && has(plan.rhs().get(), wanted);
  }
}
