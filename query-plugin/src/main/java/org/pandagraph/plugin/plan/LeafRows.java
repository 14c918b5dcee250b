/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import org.neo4j.cypher.internal.logical.plans.UndirectedRelationshipTypeScan;
import org.neo4j.cypher.internal.planner.spi.GraphStatistics;
import org.neo4j.cypher.internal.planner.spi.PlanContext;
import org.neo4j.cypher.internal.planner.spi.PlanningAttributes;
import org.neo4j.cypher.internal.util.Cardinality;
import org.neo4j.cypher.internal.util.EffectiveCardinality;
import org.neo4j.cypher.internal.util.LabelId;
import org.neo4j.cypher.internal.util.RelTypeId;
import org.pandagraph.costore.EntityKind;
import scala.Option;

/** How many rows a leaf has, as Neo4j's statistics say. */
final class LeafRows {
  private final PlanContext context;
  private final PlanningAttributes attributes;

  LeafRows(PlanContext context, PlanningAttributes attributes) {
    this.context = context;
    this.attributes = attributes;
  }

  /** Rows of one reading of the leaf. */
  double of(SeekLeaf leaf) {
    if (leaf.isIndexSeek()) {
      return ((Cardinality) attributes.cardinalities().get(leaf.plan().id())).amount();
    }
    double rows = of(leaf.kind(), leaf.label());
    return leaf.plan() instanceof UndirectedRelationshipTypeScan ? 2 * rows : rows;
  }

  /**
   * How many nodes or relationships there are.
   *
   * @param label label or type; null for nodes of any
   */
  double of(EntityKind kind, String label) {
    GraphStatistics statistics = context.statistics();
    if (label == null) {
      return statistics.nodesAllCardinality().amount();
    }
    Option<Object> id =
        kind == EntityKind.NODE ? context.getOptLabelId(label) : context.getOptRelTypeId(label);
    if (id.isEmpty()) {
      return 0;
    }
    int token = (Integer) id.get();
    return kind == EntityKind.NODE
        ? statistics.nodesWithLabelCardinality(Option.apply(new LabelId(token))).amount()
        : statistics
            .patternStepCardinality(
                Option.empty(), Option.apply(new RelTypeId(token)), Option.empty())
            .amount();
  }

  /** Which part of the rows is wanted: less than 1 below a LIMIT. */
  double share(SeekLeaf leaf) {
    EffectiveCardinality effective =
        (EffectiveCardinality) attributes.effectiveCardinalities().get(leaf.plan().id());
    double original =
        effective.originalCardinality().isDefined()
            ? effective.originalCardinality().get().amount()
            : effective.amount();
    return original <= 0 ? 1 : Math.min(1, effective.amount() / original);
  }
}
