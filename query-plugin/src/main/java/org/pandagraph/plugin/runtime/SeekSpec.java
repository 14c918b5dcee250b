/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.cypher.internal.runtime.CypherRow;
import org.neo4j.cypher.internal.runtime.interpreted.commands.expressions.Expression;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.QueryState;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;
import org.pandagraph.costore.predicate.And;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.plugin.plan.SeekEstimate;
import org.pandagraph.plugin.plan.SeekLeaf;

/** What a seek looks for, compiled: the same for all executions. Immutable. */
final class SeekSpec {
  private final SeekLeaf leaf;
  private final SeekEstimate estimate;
  private final List<SeekConjunct> conjuncts;
  private final Expression onLeaf;
  private final Expression filter;
  private final boolean writing;

  /**
   * @param conjuncts all that is true of the rows
   * @param onLeaf what of it is true of every row of the leaf, as Neo4j evaluates it
   * @param filter the rest of it
   * @param writing whether the statement writes
   */
  SeekSpec(
      SeekLeaf leaf,
      SeekEstimate estimate,
      List<SeekConjunct> conjuncts,
      Expression onLeaf,
      Expression filter,
      boolean writing) {
    this.leaf = leaf;
    this.estimate = estimate;
    this.conjuncts = List.copyOf(conjuncts);
    this.onLeaf = onLeaf;
    this.filter = filter;
    this.writing = writing;
  }

  SeekLeaf leaf() {
    return leaf;
  }

  SeekEstimate estimate() {
    return estimate;
  }

  /** Whether it is part of a statement that writes. */
  boolean isWriting() {
    return writing;
  }

  /** What the conjuncts compare with in one execution, as of now. */
  List<AnyValue[]> values(CypherRow arguments, QueryState state) {
    List<AnyValue[]> values = new ArrayList<>(conjuncts.size());
    for (SeekConjunct conjunct : conjuncts) {
      values.add(conjunct.values(arguments, state));
    }
    return values;
  }

  /** What to ask a co-store with these values. */
  Predicate predicate(List<AnyValue[]> values) throws NotPushable {
    List<Predicate> predicates = new ArrayList<>(conjuncts.size());
    for (int i = 0; i < conjuncts.size(); i++) {
      predicates.add(conjuncts.get(i).bind(values.get(i)));
    }
    return predicates.size() == 1 ? predicates.get(0) : new And(predicates);
  }

  /** Whether the leaf would find a row if it were opened now. */
  boolean isOnLeaf(CypherRow row, QueryState state) {
    return onLeaf.apply(row, state) == Values.TRUE;
  }

  /** Whether a row of the leaf passes the filter, as the transaction sees the graph now. */
  boolean passes(CypherRow row, QueryState state) {
    return filter.apply(row, state) == Values.TRUE;
  }
}
