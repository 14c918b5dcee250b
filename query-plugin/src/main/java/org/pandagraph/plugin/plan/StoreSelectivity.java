/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.neo4j.cypher.internal.ast.semantics.SemanticTable;
import org.neo4j.cypher.internal.compiler.planner.logical.Metrics;
import org.neo4j.cypher.internal.compiler.planner.logical.steps.index.IndexCompatiblePredicatesProviderContext;
import org.neo4j.cypher.internal.expressions.LabelName;
import org.neo4j.cypher.internal.expressions.RelTypeName;
import org.neo4j.cypher.internal.ir.Predicate;
import org.neo4j.cypher.internal.ir.Selections;
import org.neo4j.cypher.internal.planner.spi.PlanContext;
import org.neo4j.cypher.internal.util.Selectivity;
import org.neo4j.values.AnyValue;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.predicate.And;
import org.pandagraph.costore.predicate.HasLabel;
import org.pandagraph.costore.predicate.NotPushable;
import scala.Function1;
import scala.collection.JavaConverters;

/**
 * How selective predicates are: those with known values on nodes with a label or relationships of a
 * type as the co-store says, all of a variable at once; the others as Neo4j assumes.
 */
final class StoreSelectivity implements Metrics.SelectivityCalculator {
  /** What to take for none at all, so that plans can still be compared. */
  private static final double NONE = 0.5;

  private final Metrics.SelectivityCalculator stock;
  private final PlanContext context;
  private final StoreEstimates estimates;
  private final KnownValues known;

  StoreSelectivity(
      Metrics.SelectivityCalculator stock,
      PlanContext context,
      StoreEstimates estimates,
      KnownValues known) {
    this.stock = stock;
    this.context = context;
    this.estimates = estimates;
    this.known = known;
  }

  @Override
  public Selectivity apply(
      Selections selections,
      scala.collection.immutable.Map<String, scala.collection.immutable.Set<LabelName>> labels,
      scala.collection.immutable.Map<String, RelTypeName> types,
      SemanticTable table,
      IndexCompatiblePredicatesProviderContext indexes) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Predicate predicate : JavaConverters.setAsJavaSet(selections.predicates())) {
      if (predicate.dependencies().size() == 1) {
        String variable = predicate.dependencies().head();
        group(variable, labels, types)
            .ifPresent(
                group ->
                    groups
                        .computeIfAbsent(variable, name -> group)
                        .add(predicate, variable, known));
      }
    }
    double factor = 1;
    Set<Predicate> estimated = new HashSet<>();
    for (Group group : groups.values()) {
      Optional<Double> share = group.share();
      if (share.isPresent()) {
        factor *= share.get();
        estimated.addAll(group.taken);
      }
    }
    if (estimated.isEmpty()) {
      return stock.apply(selections, labels, types, table, indexes);
    }
    Function1<Predicate, Object> others = predicate -> !estimated.contains(predicate);
    return Selectivity.apply(
        factor * stock.apply(selections.filter(others), labels, types, table, indexes).factor());
  }

  private Optional<Group> group(
      String variable,
      scala.collection.immutable.Map<String, scala.collection.immutable.Set<LabelName>> labels,
      scala.collection.immutable.Map<String, RelTypeName> types) {
    if (types.contains(variable)) {
      return Optional.of(
          new Group(
              EntityKind.RELATIONSHIP, List.of(new HasLabel(types.get(variable).get().name()))));
    }
    if (!labels.contains(variable) || labels.get(variable).get().isEmpty()) {
      return Optional.empty();
    }
    List<org.pandagraph.costore.predicate.Predicate> all = new ArrayList<>();
    JavaConverters.setAsJavaSet(labels.get(variable).get())
        .forEach(label -> all.add(new HasLabel(label.name())));
    return Optional.of(new Group(EntityKind.NODE, all));
  }

  /** The predicates on one variable. */
  private final class Group {
    private final EntityKind kind;
    private final List<org.pandagraph.costore.predicate.Predicate> labels;
    private final List<org.pandagraph.costore.predicate.Predicate> all;
    private final List<Predicate> taken = new ArrayList<>();

    Group(EntityKind kind, List<org.pandagraph.costore.predicate.Predicate> labels) {
      this.kind = kind;
      this.labels = labels;
      this.all = new ArrayList<>(labels);
    }

    /** Labels and types are what the share is of, not part of it. */
    void add(Predicate predicate, String variable, KnownValues known) {
      if (ConditionExtraction.isLabelTest(predicate.expr())) {
        return;
      }
      Optional<Condition> condition =
          new ConditionExtraction(variable, Set.of()).extract(predicate.expr());
      Optional<AnyValue[]> values = condition.flatMap(c -> known.of(c.values()));
      if (values.isPresent()) {
        try {
          all.add(condition.get().bind(values.get()));
          taken.add(predicate);
        } catch (NotPushable e) {
          // Neo4j's own assumption has to do.
          return;
        }
      }
    }

    Optional<Double> share() {
      if (taken.isEmpty()) {
        return Optional.empty();
      }
      OptionalLong hits = estimates.ask(kind, new And(all));
      double of = rows();
      return hits.isEmpty() || of <= 0
          ? Optional.empty()
          : Optional.of(Math.min(1, Math.max(NONE, hits.getAsLong()) / of));
    }

    private double rows() {
      if (labels.size() > 1) {
        return estimates.ask(kind, new And(labels)).orElse(0);
      }
      return new LeafRows(context, null).of(kind, ((HasLabel) labels.get(0)).name());
    }
  }
}
