/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.planner.spi.PlanningAttributes;
import org.neo4j.cypher.internal.util.Cardinality;
import org.neo4j.cypher.internal.util.EffectiveCardinality;
import scala.Option;

/** What Neo4j knows of an operator by its id, handed on to one that takes its place. */
final class CopiedAttributes {
  private final PlanningAttributes attributes;

  CopiedAttributes(PlanningAttributes attributes) {
    this.attributes = attributes;
  }

  /** The new one gives the same rows. */
  void same(LogicalPlan from, LogicalPlan to) {
    attributes.cardinalities().copy(from.id(), to.id());
    attributes.effectiveCardinalities().copy(from.id(), to.id());
    others(from, to);
  }

  /** The new one gives the rows that were estimated for it, in the same order. */
  void estimated(LogicalPlan from, LogicalPlan to, SeekEstimate estimate) {
    attributes.cardinalities().set(to.id(), Cardinality.lift(estimate.hits()));
    Option<Cardinality> original =
        estimate.share() < 1 ? Option.apply(new Cardinality(estimate.hits())) : Option.empty();
    attributes
        .effectiveCardinalities()
        .set(to.id(), new EffectiveCardinality(estimate.share() * estimate.hits(), original));
    others(from, to);
  }

  private void others(LogicalPlan from, LogicalPlan to) {
    attributes.solveds().copy(from.id(), to.id());
    attributes.providedOrders().copy(from.id(), to.id());
    attributes.leveragedOrders().copy(from.id(), to.id());
  }
}
