/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.expressions.Or;
import org.neo4j.cypher.internal.expressions.Ors;
import org.neo4j.cypher.internal.expressions.Xor;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.logical.plans.RelationshipLogicalLeafPlan;
import org.neo4j.cypher.internal.logical.plans.UndirectedRelationshipTypeScan;
import org.neo4j.cypher.internal.plandescription.Argument;
import org.neo4j.cypher.internal.plandescription.Arguments;
import org.neo4j.cypher.internal.plandescription.InternalPlanDescription;
import org.neo4j.cypher.internal.plandescription.NoChildren$;
import org.neo4j.cypher.internal.plandescription.PlanDescriptionImpl;
import org.neo4j.cypher.internal.plandescription.asPrettyString$;
import org.neo4j.cypher.result.QueryProfile;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.plugin.plan.CoStoreCount;
import org.pandagraph.plugin.plan.CoStoreSeek;
import org.pandagraph.plugin.plan.Plans;
import org.pandagraph.plugin.plan.SeekLeaf;
import scala.Function1;
import scala.collection.JavaConverters;

/**
 * Describes seeks by their own name, with the predicate in Cypher; after PROFILE with what was
 * asked, and with Neo4j's leaf below where that was used.
 */
final class SeekDescription {
  private final Map<Integer, CoStoreSeek> seeks = new HashMap<>();
  private final Set<Integer> counted = new HashSet<>();
  private final SeekCounts counts;

  SeekDescription(LogicalPlan plan, QueryProfile profile) {
    collect(plan);
    this.counts =
        profile instanceof CountedProfile ? ((CountedProfile) profile).counts() : new SeekCounts();
  }

  private void collect(LogicalPlan plan) {
    if (plan instanceof CoStoreSeek) {
      seeks.put(plan.id(), (CoStoreSeek) plan);
    }
    if (plan instanceof CoStoreCount) {
      counted.add(plan.id());
    }
    if (plan.lhs().isDefined()) {
      collect(plan.lhs().get());
    }
    if (plan.rhs().isDefined()) {
      collect(plan.rhs().get());
    }
  }

  InternalPlanDescription of(InternalPlanDescription description) {
    Function1<InternalPlanDescription, InternalPlanDescription> each = this::one;
    return description.map(each);
  }

  private InternalPlanDescription one(InternalPlanDescription description) {
    CoStoreSeek seek = seeks.get(description.id());
    if (!(description instanceof PlanDescriptionImpl)) {
      return description;
    }
    PlanDescriptionImpl stock = (PlanDescriptionImpl) description;
    if (counted.contains(stock.id())) {
      return stock.copy(
          stock.id(),
          "CoStoreCount",
          stock.children(),
          stock.arguments(),
          stock.variables(),
          false);
    }
    if (seek == null) {
      return description;
    }
    List<Argument> arguments = new ArrayList<>();
    arguments.add(
        new Arguments.Details(
            JavaConverters.asScalaBuffer(List.of(asPrettyString$.MODULE$.raw(details(seek))))
                .toList()));
    for (Argument argument : JavaConverters.seqAsJavaList(stock.arguments())) {
      if (!(argument instanceof Arguments.Details)) {
        arguments.add(argument);
      }
    }
    return stock.copy(
        stock.id(),
        "CoStoreSeek",
        counts.usedNative(seek.id()) ? stock.children() : NoChildren$.MODULE$,
        JavaConverters.asScalaBuffer(arguments).toList(),
        stock.variables(),
        false);
  }

  private String details(CoStoreSeek seek) {
    StringBuilder details = new StringBuilder(pattern(seek.leaf()));
    details.append(" WHERE ");
    List<Expression> conjuncts =
        seek.conjuncts().subList(seek.leaf().label() == null ? 0 : 1, seek.conjuncts().size());
    boolean several = conjuncts.size() > 1;
    details.append(
        conjuncts.stream()
            .map(conjunct -> several ? operand(conjunct) : cypher(conjunct))
            .collect(Collectors.joining(" AND ")));
    counts.said(seek.id()).forEach((name, value) -> details.append(", " + name + ": " + value));
    return details.toString();
  }

  private static String pattern(SeekLeaf leaf) {
    if (leaf.kind() == EntityKind.NODE) {
      return leaf.label() == null
          ? pretty(leaf.variable())
          : pretty(leaf.variable()) + ":" + pretty(leaf.label());
    }
    RelationshipLogicalLeafPlan plan = (RelationshipLogicalLeafPlan) leaf.plan();
    return "("
        + pretty(plan.leftNode())
        + ")-["
        + pretty(leaf.variable())
        + ":"
        + pretty(leaf.label())
        + (plan instanceof UndirectedRelationshipTypeScan ? "]-(" : "]->(")
        + pretty(plan.rightNode())
        + ")";
  }

  private static String pretty(String name) {
    return asPrettyString$.MODULE$.apply(name).prettifiedString();
  }

  private static String operand(Expression conjunct) {
    boolean weaker = conjunct instanceof Or || conjunct instanceof Ors || conjunct instanceof Xor;
    return weaker ? "(" + cypher(conjunct) + ")" : cypher(conjunct);
  }

  private static String cypher(Expression expression) {
    return asPrettyString$.MODULE$.apply(Plans.uncached(expression)).prettifiedString();
  }
}
