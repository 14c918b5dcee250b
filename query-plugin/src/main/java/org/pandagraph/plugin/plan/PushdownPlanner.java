/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import org.neo4j.cypher.internal.compiler.CypherPlanner;
import org.neo4j.cypher.internal.compiler.phases.LogicalPlanState;
import org.neo4j.cypher.internal.compiler.phases.PlannerContext;
import org.neo4j.cypher.internal.frontend.phases.BaseState;
import org.neo4j.cypher.internal.logical.plans.Aggregation;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.logical.plans.Selection;
import org.neo4j.logging.Log;
import scala.Option;

/**
 * Neo4j's planner, whose plans then go through our rules. They are rewritten before they reach
 * Neo4j's caches of plans. Thread-safe.
 */
public final class PushdownPlanner extends CypherPlanner<PlannerContext> {
  private static final long serialVersionUID = 1L;

  private final transient CoStoreAccess access;
  private final transient StoreEstimates estimates;
  private final transient SeekCost cost;
  private final transient Log log;

  public PushdownPlanner(
      CypherPlanner<PlannerContext> stock,
      CoStoreAccess access,
      StoreEstimates estimates,
      SeekCost cost,
      Log log) {
    super(stock.monitors(), stock.metricsFactory(), stock.config(), stock.clock());
    this.access = access;
    this.estimates = estimates;
    this.cost = cost;
    this.log = log;
  }

  @Override
  public LogicalPlanState planPreparedQuery(BaseState state, PlannerContext context) {
    // Also while the store is down: Neo4j keeps the plan, and each run of it asks whether it is up.
    if (config().planSystemCommands() || !access.pushdown()) {
      return super.planPreparedQuery(state, context);
    }
    LogicalPlanState planned = super.planPreparedQuery(state, costed(state, context));
    try {
      SeekRule seeks = new SeekRule(context, planned.planningAttributes(), estimates, cost);
      CountRule counts = new CountRule(context, planned.planningAttributes(), seeks);
      LogicalPlan rewritten =
          Plans.rewriteWithinTransactions(
              planned.logicalPlan(), plan -> rewrite(plan, seeks, counts));
      return planned.withMaybeLogicalPlan(Option.apply(rewritten));
    } catch (RuntimeException | LinkageError e) {
      log.warn("A plan was left as Neo4j made it", e);
      return planned;
    }
  }

  /**
   * What writes is planned by Neo4j's own costs: where a plan needs an Eager, it knows of the plans
   * that it makes by itself. With ours it would make a union of two leaves, say, of which it takes
   * the second for as stable as the first.
   */
  private PlannerContext costed(BaseState state, PlannerContext context) {
    return state.statement().containsUpdates()
        ? context
        : CoStoreMetrics.in(context, estimates, cost);
  }

  private static LogicalPlan rewrite(LogicalPlan plan, SeekRule seeks, CountRule counts) {
    if (plan.getClass() == Selection.class) {
      return seeks.apply((Selection) plan);
    }
    return plan.getClass() == Aggregation.class ? counts.apply((Aggregation) plan) : plan;
  }
}
