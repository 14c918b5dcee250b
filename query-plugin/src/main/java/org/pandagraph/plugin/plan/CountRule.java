/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.Optional;
import org.neo4j.cypher.internal.compiler.phases.PlannerContext;
import org.neo4j.cypher.internal.expressions.CountStar;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.expressions.FunctionInvocation;
import org.neo4j.cypher.internal.expressions.LogicalVariable;
import org.neo4j.cypher.internal.logical.plans.Aggregation;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.logical.plans.Selection;
import org.neo4j.cypher.internal.logical.plans.UndirectedRelationshipTypeScan;
import org.neo4j.cypher.internal.planner.spi.PlanningAttributes;

/**
 * Counting the rows of a filter over a leaf becomes a {@link CoStoreCount}, where all of the filter
 * can be pushed. That pays even where there are so many rows that fetching their ids would not. For
 * one plan.
 *
 * <pre>
 *   Aggregation(count(n), CoStoreSeek or Selection(leaf))  -&gt;  CoStoreCount(CoStoreSeek(leaf))
 * </pre>
 */
final class CountRule {
  private final PlannerContext context;
  private final PlanningAttributes attributes;
  private final SeekRule seeks;

  /**
   * @param seeks makes seeks of filters that it has left alone as too expensive
   */
  CountRule(PlannerContext context, PlanningAttributes attributes, SeekRule seeks) {
    this.context = context;
    this.attributes = attributes;
    this.seeks = seeks;
  }

  /** The same operator, or what takes its place. */
  LogicalPlan apply(Aggregation aggregation) {
    return counted(aggregation)
        .filter(seek -> isCount(aggregation, seek.leaf()))
        .map(seek -> count(aggregation, seek))
        .orElse(aggregation);
  }

  private Optional<CoStoreSeek> counted(Aggregation aggregation) {
    LogicalPlan source = aggregation.source();
    if (source instanceof CoStoreSeek) {
      return Optional.of((CoStoreSeek) source);
    }
    return source.getClass() == Selection.class
        ? seeks.toCount((Selection) source)
        : Optional.empty();
  }

  private LogicalPlan count(Aggregation aggregation, CoStoreSeek seek) {
    CoStoreCount count =
        new CoStoreCount(
            seek,
            aggregation.groupingExpressions(),
            aggregation.aggregationExpressions(),
            context.logicalPlanIdGen());
    new CopiedAttributes(attributes).same(aggregation, count);
    return count;
  }

  /** Without a direction there are two rows of most relationships, and one of loops. */
  private static boolean isCount(Aggregation aggregation, SeekLeaf leaf) {
    return aggregation.groupingExpressions().isEmpty()
        && aggregation.aggregationExpressions().size() == 1
        && !(leaf.plan() instanceof UndirectedRelationshipTypeScan)
        && isCount(aggregation.aggregationExpressions().head()._2(), leaf.variable());
  }

  private static boolean isCount(Expression expression, String variable) {
    if (expression instanceof CountStar) {
      return true;
    }
    if (!(expression instanceof FunctionInvocation)) {
      return false;
    }
    FunctionInvocation function = (FunctionInvocation) expression;
    return function.namespace().parts().isEmpty()
        && "count".equalsIgnoreCase(function.functionName().name())
        && !function.distinct()
        && function.args().size() == 1
        && function.args().head() instanceof LogicalVariable
        && ((LogicalVariable) function.args().head()).name().equals(variable);
  }
}
