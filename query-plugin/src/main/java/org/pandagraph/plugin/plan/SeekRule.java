/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.neo4j.cypher.internal.compiler.phases.PlannerContext;
import org.neo4j.cypher.internal.expressions.Ands;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.logical.plans.Apply;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.logical.plans.Selection;
import org.neo4j.cypher.internal.planner.spi.PlanningAttributes;
import org.neo4j.cypher.internal.util.Cardinality;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * A filter over a leaf becomes a {@link CoStoreSeek} where that is clearly faster; conjuncts that
 * cannot be pushed stay in a filter above. For one plan.
 *
 * <pre>
 *   Selection(pushable and others, leaf)  -&gt;  Selection(others, CoStoreSeek(pushable, leaf))
 * </pre>
 */
final class SeekRule {
  private final PlannerContext context;
  private final PlanningAttributes attributes;
  private final StoreEstimates estimates;
  private final SeekCost cost;
  private final KnownValues known;
  private final LeafRows leafRows;

  SeekRule(
      PlannerContext context,
      PlanningAttributes attributes,
      StoreEstimates estimates,
      SeekCost cost) {
    this.context = context;
    this.attributes = attributes;
    this.estimates = estimates;
    this.cost = cost;
    this.known = new KnownValues(context.params());
    this.leafRows = new LeafRows(context.planContext(), attributes);
  }

  /** The same operator, or what takes its place. */
  LogicalPlan apply(Selection selection) {
    if (selection.source().getClass() == Apply.class) {
      Apply apply = (Apply) selection.source();
      double readings = Math.max(1, rows(apply.left()));
      return SeekLeaf.of(apply.right())
          .flatMap(leaf -> split(selection, leaf, readings))
          .filter(split -> pays(split.seek))
          .map(split -> rest(selection, split, below(selection, apply, split)))
          .orElse(selection);
    }
    return leaf(selection)
        .flatMap(leaf -> split(selection, leaf, 1))
        .filter(split -> pays(split.seek))
        .map(split -> rest(selection, split, split.seek))
        .orElse(selection);
  }

  /** A seek for a filter whose rows are only counted; empty where some of it cannot be pushed. */
  Optional<CoStoreSeek> toCount(Selection selection) {
    return leaf(selection)
        .flatMap(leaf -> split(selection, leaf, 1))
        .filter(split -> split.others.isEmpty())
        .map(split -> split.seek)
        .filter(seek -> cost.pays(seek.estimate().counted(), seek.leaf().isIndexSeek(), 0));
  }

  /**
   * The leaf right below. How many rows of an index seek come of one reading is not known where it
   * is read again for each row of something further up: it is left alone then.
   */
  private static Optional<SeekLeaf> leaf(Selection selection) {
    return SeekLeaf.of(selection.source())
        .filter(leaf -> !leaf.isIndexSeek() || leaf.arguments().isEmpty());
  }

  private boolean pays(CoStoreSeek seek) {
    return cost.pays(seek.estimate(), seek.leaf().isIndexSeek(), 0);
  }

  /** Neo4j pulls a filter up over an Apply where it can; it means the same below. */
  private LogicalPlan below(Selection selection, Apply apply, Split split) {
    Apply pushed =
        new Apply(apply.left(), split.seek, apply.fromSubquery(), context.logicalPlanIdGen());
    new CopiedAttributes(attributes).same(selection, pushed);
    return pushed;
  }

  private LogicalPlan rest(Selection selection, Split split, LogicalPlan source) {
    if (split.others.isEmpty()) {
      return source;
    }
    Selection rest = Selection.apply(seq(split.others), source, context.logicalPlanIdGen());
    new CopiedAttributes(attributes).same(selection, rest);
    return rest;
  }

  /**
   * @param readings how often the leaf is read, at least 1: Neo4j's numbers are of all together
   */
  private Optional<Split> split(Selection selection, SeekLeaf leaf, double readings) {
    ConditionExtraction extraction = new ConditionExtraction(leaf.variable(), leaf.arguments());
    List<Expression> pushed = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    for (Expression conjunct : JavaConverters.seqAsJavaList(selection.predicate().exprs())) {
      (extraction.extract(conjunct).isPresent() ? pushed : others).add(conjunct);
    }
    if (pushed.stream().allMatch(ConditionExtraction::isLabelTest)) {
      return Optional.empty();
    }
    List<Expression> conjuncts = new ArrayList<>(leaf.implied());
    conjuncts.addAll(pushed);
    List<Condition> conditions =
        conjuncts.stream()
            .map(extraction::extract)
            .flatMap(Optional::stream)
            .collect(Collectors.toList());
    if (conditions.size() < conjuncts.size()) {
      return Optional.empty();
    }
    SeekEstimate estimate = estimate(selection, leaf, conditions, readings);
    CoStoreSeek seek =
        new CoStoreSeek(
            new Ands(seq(pushed), selection.predicate().position()),
            leaf.plan(),
            seq(leaf.implied()),
            estimate,
            context.logicalPlanIdGen());
    new CopiedAttributes(attributes).estimated(leaf.plan(), seek, estimate);
    return Optional.of(new Split(seek, others));
  }

  private static final class Split {
    private final CoStoreSeek seek;
    private final List<Expression> others;

    Split(CoStoreSeek seek, List<Expression> others) {
      this.seek = seek;
      this.others = others;
    }
  }

  /** Of one reading. */
  private SeekEstimate estimate(
      Selection selection, SeekLeaf leaf, List<Condition> conditions, double readings) {
    double rows = leafRows.of(leaf) / (leaf.isIndexSeek() ? readings : 1);
    OptionalLong hits = estimates.ask(leaf.kind(), conditions, known);
    return new SeekEstimate(
        rows,
        hits.isPresent() ? hits.getAsLong() : rows(selection) / readings,
        leafRows.share(leaf));
  }

  private double rows(LogicalPlan plan) {
    return ((Cardinality) attributes.cardinalities().get(plan.id())).amount();
  }

  private static <T> Seq<T> seq(List<T> items) {
    return JavaConverters.asScalaBuffer(items).toList();
  }
}
