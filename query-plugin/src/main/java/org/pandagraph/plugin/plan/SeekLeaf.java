/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.expressions.HasLabels;
import org.neo4j.cypher.internal.expressions.HasTypes;
import org.neo4j.cypher.internal.expressions.LabelName;
import org.neo4j.cypher.internal.expressions.RelTypeName;
import org.neo4j.cypher.internal.expressions.Variable;
import org.neo4j.cypher.internal.logical.plans.AllNodesScan;
import org.neo4j.cypher.internal.logical.plans.DirectedRelationshipTypeScan;
import org.neo4j.cypher.internal.logical.plans.IndexOrder;
import org.neo4j.cypher.internal.logical.plans.IndexOrderDescending$;
import org.neo4j.cypher.internal.logical.plans.IndexOrderNone$;
import org.neo4j.cypher.internal.logical.plans.LogicalLeafPlan;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.logical.plans.NodeByLabelScan;
import org.neo4j.cypher.internal.logical.plans.NodeIndexSeek;
import org.neo4j.cypher.internal.logical.plans.UndirectedRelationshipTypeScan;
import org.neo4j.cypher.internal.util.InputPosition;
import org.pandagraph.costore.EntityKind;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** A leaf of Neo4j's whose rows a co-store can find: what it is about. Immutable. */
public final class SeekLeaf {
  private static final InputPosition NOWHERE = InputPosition.NONE();

  private final LogicalLeafPlan plan;
  private final EntityKind kind;
  private final String variable;
  private final String label;
  private final List<Expression> implied;

  private SeekLeaf(
      LogicalLeafPlan plan,
      EntityKind kind,
      String variable,
      String label,
      List<Expression> implied) {
    this.plan = plan;
    this.kind = kind;
    this.variable = variable;
    this.label = label;
    this.implied = implied;
  }

  /** Empty for other plans, and for leaves whose order of rows a co-store does not keep. */
  public static Optional<SeekLeaf> of(LogicalPlan plan) {
    if (plan instanceof NodeByLabelScan) {
      NodeByLabelScan scan = (NodeByLabelScan) plan;
      return ascending(scan.indexOrder())
          ? Optional.of(node(scan, scan.idName(), scan.label().name(), List.of()))
          : Optional.empty();
    }
    if (plan instanceof AllNodesScan) {
      AllNodesScan scan = (AllNodesScan) plan;
      return Optional.of(new SeekLeaf(scan, EntityKind.NODE, scan.idName(), null, List.of()));
    }
    if (plan instanceof DirectedRelationshipTypeScan) {
      DirectedRelationshipTypeScan scan = (DirectedRelationshipTypeScan) plan;
      return ascending(scan.indexOrder())
          ? Optional.of(relationship(scan, scan.idName(), scan.relType().name()))
          : Optional.empty();
    }
    if (plan instanceof UndirectedRelationshipTypeScan) {
      UndirectedRelationshipTypeScan scan = (UndirectedRelationshipTypeScan) plan;
      return ascending(scan.indexOrder())
          ? Optional.of(relationship(scan, scan.idName(), scan.relType().name()))
          : Optional.empty();
    }
    return plan instanceof NodeIndexSeek ? index((NodeIndexSeek) plan) : Optional.empty();
  }

  private static Optional<SeekLeaf> index(NodeIndexSeek seek) {
    if (seek.indexOrder() == IndexOrderNone$.MODULE$
        && JavaConverters.seqAsJavaList(seek.cachedProperties()).isEmpty()) {
      return IndexedCondition.of(seek)
          .map(condition -> node(seek, seek.idName(), seek.label().name(), condition));
    }
    return Optional.empty();
  }

  private static SeekLeaf node(
      LogicalLeafPlan plan, String variable, String label, List<Expression> more) {
    Expression hasLabel =
        new HasLabels(
            new Variable(variable, NOWHERE), seq(List.of(new LabelName(label, NOWHERE))), NOWHERE);
    List<Expression> implied = new ArrayList<>(List.of(hasLabel));
    implied.addAll(more);
    return new SeekLeaf(plan, EntityKind.NODE, variable, label, implied);
  }

  private static SeekLeaf relationship(LogicalLeafPlan plan, String variable, String type) {
    Expression hasType =
        new HasTypes(
            new Variable(variable, NOWHERE), seq(List.of(new RelTypeName(type, NOWHERE))), NOWHERE);
    return new SeekLeaf(plan, EntityKind.RELATIONSHIP, variable, type, List.of(hasType));
  }

  /** A co-store gives its ids in ascending order, which is no order in particular, too. */
  private static boolean ascending(IndexOrder order) {
    return order != IndexOrderDescending$.MODULE$;
  }

  /** Neo4j's plan. */
  public LogicalLeafPlan plan() {
    return plan;
  }

  public EntityKind kind() {
    return kind;
  }

  /** Name of the node or relationship. */
  public String variable() {
    return variable;
  }

  /** Label of all its nodes, type of all its relationships; null for nodes of any. */
  public String label() {
    return label;
  }

  /** What is true of every row. */
  public List<Expression> implied() {
    return implied;
  }

  /** Variables that have a value before the leaf is read. */
  public Set<String> arguments() {
    return JavaConverters.setAsJavaSet(plan.argumentIds());
  }

  /** Whether Neo4j finds the rows in an index of its own. */
  public boolean isIndexSeek() {
    return plan instanceof NodeIndexSeek;
  }

  private static <T> Seq<T> seq(List<T> items) {
    return JavaConverters.asScalaBuffer(items).toList();
  }
}
