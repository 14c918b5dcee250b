/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Arrays;
import java.util.List;
import org.neo4j.cypher.internal.runtime.CypherRow;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.QueryState;
import org.neo4j.values.AnyValue;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;

/**
 * What a filter compares with in one execution of a seek. Neo4j evaluates it for each row: where it
 * is read from an entity, the statement may change it meanwhile. For one thread.
 */
final class FilterValues {
  private final SeekSpec spec;
  private final CypherRow arguments;
  private final QueryState state;
  private final List<AnyValue[]> values;

  /**
   * As of now.
   *
   * @throws RuntimeException where Neo4j's evaluation fails
   */
  FilterValues(SeekSpec spec, CypherRow arguments, QueryState state) {
    this.spec = spec;
    this.arguments = arguments;
    this.state = state;
    this.values = spec.values(arguments, state);
  }

  /** What to ask a co-store. */
  Predicate predicate() throws NotPushable {
    return spec.predicate(values);
  }

  /** Whether they would be the same now. */
  boolean areUnchanged() {
    List<AnyValue[]> now;
    try {
      now = spec.values(arguments, state);
    } catch (RuntimeException gone) {
      // Neo4j's own filter says so, where it comes to a row.
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!Arrays.equals(values.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }
}
