/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.neo4j.cypher.internal.expressions.Ands;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.logical.plans.LogicalUnaryPlan;
import org.neo4j.cypher.internal.logical.plans.Selection;
import org.neo4j.cypher.internal.util.attribution.IdGen;
import org.neo4j.cypher.internal.util.attribution.SameId;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * The nodes or relationships of a leaf for which predicates are true, found by a co-store. To
 * whatever in Neo4j knows no better it is the same rows found the stock way: a filter over the
 * leaf. Immutable.
 */
public final class CoStoreSeek extends Selection {
  private static final long serialVersionUID = 1L;

  private final Seq<Expression> implied;
  private final SeekEstimate estimate;

  /**
   * @param predicate what the stock filter would check
   * @param leaf a leaf of Neo4j's that {@link SeekLeaf#of} knows
   * @param implied what is true of every row of the leaf, as expressions
   */
  CoStoreSeek(
      Ands predicate,
      LogicalPlan leaf,
      Seq<Expression> implied,
      SeekEstimate estimate,
      IdGen idGen) {
    super(predicate, leaf, idGen);
    this.implied = implied;
    this.estimate = estimate;
  }

  /** What the leaf finds its rows by. */
  public SeekLeaf leaf() {
    return SeekLeaf.of(source())
        .orElseThrow(() -> new IllegalStateException("not a leaf: " + source()));
  }

  /** All that is true of the rows: what the leaf implies, and what the filter checks. */
  public List<Expression> conjuncts() {
    List<Expression> all = new ArrayList<>(implied());
    all.addAll(JavaConverters.seqAsJavaList(predicate().exprs()));
    return all;
  }

  /** What is true of every row of the leaf; empty where it has all nodes. */
  public List<Expression> implied() {
    return JavaConverters.seqAsJavaList(implied);
  }

  /** What the planner expected. */
  public SeekEstimate estimate() {
    return estimate;
  }

  @Override
  public String productPrefix() {
    return "CoStoreSeek";
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int index) {
    return index == 2 ? implied : super.productElement(index);
  }

  @Override
  @SuppressWarnings("unchecked")
  public scala.collection.Iterator<Object> productIterator() {
    // Neo4j takes the hash in its own constructor, before there is anything in our fields.
    List<Object> elements = new ArrayList<>();
    elements.add(predicate());
    elements.add(source());
    elements.add(implied);
    return JavaConverters.asScalaIteratorConverter(elements.iterator()).asScala();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof CoStoreSeek;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && Objects.equals(implied, ((CoStoreSeek) other).implied);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  @SuppressWarnings("unchecked")
  public CoStoreSeek dup(Seq<Object> children) {
    if (children.apply(0) == predicate()
        && children.apply(1) == source()
        && children.apply(2) == implied) {
      return this;
    }
    return new CoStoreSeek(
        (Ands) children.apply(0),
        (LogicalPlan) children.apply(1),
        (Seq<Expression>) children.apply(2),
        estimate,
        new SameId(id()));
  }

  @Override
  public CoStoreSeek copyPlanWithIdGen(IdGen idGen) {
    return new CoStoreSeek(predicate(), source(), implied, estimate, idGen);
  }

  @Override
  public LogicalUnaryPlan withLhs(LogicalPlan source, IdGen idGen) {
    return new CoStoreSeek(predicate(), source, implied, estimate, idGen);
  }
}
