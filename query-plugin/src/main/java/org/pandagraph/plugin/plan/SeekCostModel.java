/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.neo4j.cypher.internal.ast.semantics.SemanticTable;
import org.neo4j.cypher.internal.compiler.planner.logical.CostModelMonitor;
import org.neo4j.cypher.internal.compiler.planner.logical.Metrics;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.logical.plans.ApplyPlan;
import org.neo4j.cypher.internal.logical.plans.CartesianProduct;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.logical.plans.Selection;
import org.neo4j.cypher.internal.planner.spi.PlanningAttributes;
import org.neo4j.cypher.internal.util.Cardinality;
import org.neo4j.cypher.internal.util.Cost;
import scala.collection.JavaConverters;

/**
 * Neo4j's cost of a plan, less what is saved where a filter over a leaf will be a seek. How many
 * rows pass is what {@link StoreSelectivity} has made of it; the store is asked again only where
 * some of a filter cannot be pushed. For one plan.
 */
final class SeekCostModel implements Metrics.CostModel {
  private final Metrics.CostModel stock;
  private final SeekCost cost;
  private final StoreEstimates estimates;
  private final KnownValues known;

  SeekCostModel(
      Metrics.CostModel stock, SeekCost cost, StoreEstimates estimates, KnownValues known) {
    this.stock = stock;
    this.cost = cost;
    this.estimates = estimates;
    this.known = known;
  }

  @Override
  public Cost costFor(
      LogicalPlan plan,
      Metrics.QueryGraphSolverInput input,
      SemanticTable table,
      PlanningAttributes.Cardinalities cardinalities,
      PlanningAttributes.ProvidedOrders orders,
      CostModelMonitor monitor) {
    double share = input.limitSelectivity().factor();
    double own = stock.costFor(plan, input, table, cardinalities, orders, monitor).gummyBears();
    Savings savings =
        new Savings(
            cardinalities,
            share,
            leaf -> stock.costFor(leaf, input, table, cardinalities, orders, monitor).gummyBears());
    return new Cost(Math.max(0, own - savings.of(plan, 1)));
  }

  /** What Neo4j would take for one reading of a plan. */
  private interface OwnCost {
    double of(LogicalPlan plan);
  }

  private final class Savings {
    private final PlanningAttributes.Cardinalities cardinalities;
    private final double share;
    private final OwnCost ownCost;

    Savings(PlanningAttributes.Cardinalities cardinalities, double share, OwnCost ownCost) {
      this.cardinalities = cardinalities;
      this.share = share;
      this.ownCost = ownCost;
    }

    /**
     * @param readings how often the plan is run
     */
    double of(LogicalPlan plan, double readings) {
      if (plan.getClass() == Selection.class) {
        Optional<SeekLeaf> leaf = SeekLeaf.of(((Selection) plan).source());
        if (leaf.isPresent()) {
          return readings * of((Selection) plan, leaf.get());
        }
      }
      double saved = 0;
      if (plan.lhs().isDefined()) {
        saved += of(plan.lhs().get(), readings);
      }
      if (plan.rhs().isDefined()) {
        boolean again = plan instanceof ApplyPlan || plan instanceof CartesianProduct;
        saved += of(plan.rhs().get(), again ? readings * rows(plan.lhs().get()) : readings);
      }
      return saved;
    }

    private double of(Selection selection, SeekLeaf leaf) {
      ConditionExtraction extraction = new ConditionExtraction(leaf.variable(), leaf.arguments());
      List<Condition> pushed = new ArrayList<>();
      int others = 0;
      boolean onProperties = false;
      for (Expression conjunct : JavaConverters.seqAsJavaList(selection.predicate().exprs())) {
        Optional<Condition> condition = extraction.extract(conjunct);
        condition.ifPresent(pushed::add);
        others += condition.isPresent() ? 0 : 1;
        onProperties |= condition.isPresent() && !ConditionExtraction.isLabelTest(conjunct);
      }
      OptionalDouble hits =
          others == 0 ? OptionalDouble.of(rows(selection)) : hits(leaf, extraction, pushed);
      if (!onProperties || hits.isEmpty()) {
        return 0;
      }
      SeekEstimate estimate =
          new SeekEstimate(rows(leaf.plan()), hits.getAsDouble(), Math.min(1, share));
      return cost.pays(estimate, leaf.isIndexSeek(), 0)
          ? Math.max(0, ownCost.of(selection) - cost.inRows(estimate))
          : 0;
    }

    /** Of some of the conjuncts: the selectivity of all says nothing of them. */
    private OptionalDouble hits(
        SeekLeaf leaf, ConditionExtraction extraction, List<Condition> pushed) {
      List<Condition> all = new ArrayList<>();
      leaf.implied().forEach(implied -> extraction.extract(implied).ifPresent(all::add));
      all.addAll(pushed);
      OptionalLong hits = estimates.ask(leaf.kind(), all, known);
      return hits.isPresent() ? OptionalDouble.of(hits.getAsLong()) : OptionalDouble.empty();
    }

    private double rows(LogicalPlan plan) {
      return ((Cardinality) cardinalities.get(plan.id())).amount();
    }
  }
}
