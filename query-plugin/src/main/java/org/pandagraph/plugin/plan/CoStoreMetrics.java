/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import org.neo4j.cypher.internal.compiler.ExecutionModel;
import org.neo4j.cypher.internal.compiler.phases.PlannerContext;
import org.neo4j.cypher.internal.compiler.planner.logical.CachedSimpleMetricsFactory;
import org.neo4j.cypher.internal.compiler.planner.logical.ExpressionEvaluator;
import org.neo4j.cypher.internal.compiler.planner.logical.Metrics;
import org.neo4j.cypher.internal.compiler.planner.logical.MetricsFactory;
import org.neo4j.cypher.internal.compiler.planner.logical.simpleExpressionEvaluator$;
import org.neo4j.cypher.internal.planner.spi.PlanContext;

/**
 * What Neo4j's planner compares plans by: how selective predicates are, as the co-store says, and
 * what leaves cost where the co-store finds their rows. So Neo4j itself chooses where to start and
 * in which order to join. For one plan.
 */
final class CoStoreMetrics implements MetricsFactory {
  private final StoreEstimates estimates;
  private final SeekCost cost;
  private final KnownValues known;

  private CoStoreMetrics(StoreEstimates estimates, SeekCost cost, KnownValues known) {
    this.estimates = estimates;
    this.cost = cost;
    this.known = known;
  }

  /** The same context for planning, with other metrics. */
  static PlannerContext in(PlannerContext context, StoreEstimates estimates, SeekCost cost) {
    Metrics metrics =
        new CoStoreMetrics(estimates, cost, new KnownValues(context.params()))
            .newMetrics(
                context.planContext(),
                simpleExpressionEvaluator$.MODULE$,
                context.executionModel(),
                context.config().planningTextIndexesEnabled());
    return new PlannerContext(
        context.cypherExceptionFactory(),
        context.tracer(),
        context.notificationLogger(),
        context.planContext(),
        context.monitors(),
        metrics,
        context.config(),
        context.queryGraphSolver(),
        context.updateStrategy(),
        context.debugOptions(),
        context.clock(),
        context.logicalPlanIdGen(),
        context.params(),
        context.executionModel(),
        context.cancellationChecker(),
        context.materializedEntitiesMode(),
        context.log(),
        context.internalNotificationStats());
  }

  @Override
  public Metrics.SelectivityCalculator newSelectivityCalculator(
      PlanContext planContext, boolean planningTextIndexesEnabled) {
    return new StoreSelectivity(
        CachedSimpleMetricsFactory.newSelectivityCalculator(
            planContext, planningTextIndexesEnabled),
        planContext,
        estimates,
        known);
  }

  @Override
  public Metrics.CostModel newCostModel(ExecutionModel executionModel) {
    return new SeekCostModel(
        CachedSimpleMetricsFactory.newCostModel(executionModel), cost, estimates, known);
  }

  @Override
  public Metrics.CardinalityModel newCardinalityEstimator(
      Metrics.QueryGraphCardinalityModel queryGraphs,
      Metrics.SelectivityCalculator selectivities,
      ExpressionEvaluator evaluator) {
    return CachedSimpleMetricsFactory.newCardinalityEstimator(
        queryGraphs, selectivities, evaluator);
  }

  @Override
  public Metrics.QueryGraphCardinalityModel newQueryGraphCardinalityModel(
      PlanContext planContext, Metrics.SelectivityCalculator selectivities) {
    return CachedSimpleMetricsFactory.newQueryGraphCardinalityModel(planContext, selectivities);
  }
}
