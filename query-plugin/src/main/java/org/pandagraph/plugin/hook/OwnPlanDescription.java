/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.plandescription.InternalPlanDescription;
import org.neo4j.cypher.internal.plandescription.PlanDescriptionBuilder;
import org.neo4j.cypher.result.QueryProfile;

/** Describes a plan as Neo4j does, and then our operators in it. */
final class OwnPlanDescription extends PlanDescriptionBuilder {
  private final PlanDescriptionBuilder stock;
  private final LogicalPlan plan;
  private final QueryEngineParts parts;

  OwnPlanDescription(PlanDescriptionBuilder stock, LogicalPlan plan, QueryEngineParts parts) {
    super(null, null, null, false, null, false, null, null, null, null, null);
    this.stock = stock;
    this.plan = plan;
    this.parts = parts;
  }

  @Override
  public InternalPlanDescription explain() {
    return parts.describe(stock.explain(), plan, null);
  }

  @Override
  public InternalPlanDescription profile(QueryProfile profile) {
    return parts.describe(stock.profile(profile), plan, profile);
  }
}
