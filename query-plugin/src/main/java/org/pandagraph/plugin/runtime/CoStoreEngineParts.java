/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.time.Duration;
import org.neo4j.cypher.internal.CypherRuntime;
import org.neo4j.cypher.internal.RuntimeContext;
import org.neo4j.cypher.internal.compiler.CypherPlanner;
import org.neo4j.cypher.internal.compiler.phases.PlannerContext;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.plandescription.InternalPlanDescription;
import org.neo4j.cypher.result.QueryProfile;
import org.neo4j.logging.Log;
import org.pandagraph.plugin.hook.QueryEngineParts;
import org.pandagraph.plugin.plan.CoStoreAccess;
import org.pandagraph.plugin.plan.Plans;
import org.pandagraph.plugin.plan.PushdownPlanner;
import org.pandagraph.plugin.plan.SeekCost;
import org.pandagraph.plugin.plan.StoreBreaker;
import org.pandagraph.plugin.plan.StoreEstimates;

/** The parts of a database's query engine that know its co-store. Thread-safe. */
public final class CoStoreEngineParts implements QueryEngineParts {
  private final StoreBreaker access;
  private final SeekCost cost;
  private final Log log;
  private final StoreEstimates estimates;
  private final SeekFigures figures = new SeekFigures();

  /**
   * @param access asked at each planning and each execution
   * @param pause for how long the store is left alone after it has failed
   */
  public CoStoreEngineParts(CoStoreAccess access, SeekCost cost, Duration pause, Log log) {
    this.access = new StoreBreaker(access, pause);
    this.cost = cost;
    this.log = log;
    this.estimates = new StoreEstimates(this.access);
  }

  /** What seeks were answered by. */
  public SeekFigures figures() {
    return figures;
  }

  @Override
  public CypherPlanner<PlannerContext> planner(CypherPlanner<PlannerContext> stock) {
    return new PushdownPlanner(stock, access, estimates, cost, log);
  }

  @Override
  public CypherRuntime<RuntimeContext> runtime(CypherRuntime<RuntimeContext> stock) {
    return new CoStoreRuntime(stock, new SeekExecution(access, estimates, cost, figures, log), log);
  }

  @Override
  public boolean describes(LogicalPlan plan) {
    return Plans.hasSeek(plan);
  }

  @Override
  public InternalPlanDescription describe(
      InternalPlanDescription description, LogicalPlan plan, QueryProfile profile) {
    return new SeekDescription(plan, profile).of(description);
  }
}
