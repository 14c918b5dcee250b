/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.cypher.internal.CypherRuntime;
import org.neo4j.cypher.internal.RuntimeContext;
import org.neo4j.cypher.internal.compiler.CypherPlanner;
import org.neo4j.cypher.internal.compiler.phases.PlannerContext;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.plandescription.InternalPlanDescription;
import org.neo4j.cypher.result.QueryProfile;

/** What stands in for parts of a database's query engine. Thread-safe. */
public interface QueryEngineParts {
  /** A planner that does at least what the stock one does. */
  CypherPlanner<PlannerContext> planner(CypherPlanner<PlannerContext> stock);

  /** A runtime that runs at least what the stock one runs. */
  CypherRuntime<RuntimeContext> runtime(CypherRuntime<RuntimeContext> stock);

  /** Whether a plan has operators that Neo4j would describe by another name. */
  boolean describes(LogicalPlan plan);

  /**
   * A plan's description with the names of our operators.
   *
   * @param profile what was counted; null where the plan was not run
   */
  InternalPlanDescription describe(
      InternalPlanDescription description, LogicalPlan plan, QueryProfile profile);
}
