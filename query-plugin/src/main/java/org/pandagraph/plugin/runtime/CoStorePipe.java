/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Optional;
import java.util.function.Predicate;
import org.neo4j.cypher.internal.runtime.ClosingIterator;
import org.neo4j.cypher.internal.runtime.CypherRow;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.FilterPipe;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.Pipe;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.PipeWithSource;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.QueryState;
import scala.Function1;
import scala.collection.JavaConverters;

/**
 * The rows of a {@code CoStoreSeek}: from the co-store, or, wherever that is not to be had or not
 * worth it, from Neo4j's own leaf and filter. Thread-safe, as pipes have to be.
 */
final class CoStorePipe extends PipeWithSource {
  private final Pipe source;
  private final FilterPipe filter;
  private final SeekSpec spec;
  private final SeekExecution execution;

  /**
   * @param source Neo4j's leaf
   * @param filter Neo4j's filter over it; both with the ids of their operators
   */
  CoStorePipe(Pipe source, FilterPipe filter, SeekSpec spec, SeekExecution execution) {
    super(source);
    this.source = source;
    this.filter = filter;
    this.spec = spec;
    this.execution = execution;
  }

  SeekSpec spec() {
    return spec;
  }

  @Override
  public int id() {
    return filter.id();
  }

  @Override
  public ClosingIterator<CypherRow> internalCreateResults(
      ClosingIterator<CypherRow> input, QueryState state) {
    return filter.internalCreateResults(input, state);
  }

  /** Where the co-store answers, Neo4j's own leaf and filter only wait for it to fail. */
  @Override
  public ClosingIterator<CypherRow> computeDecoratedResult(QueryState state, QueryState decorated) {
    Optional<SeekRows> found =
        execution.start(
            spec, id(), decorated, rowFactory(), wanted -> natively(state, decorated, wanted));
    if (found.isEmpty()) {
      return super.computeDecoratedResult(state, decorated);
    }
    SeekRows rows = found.get();
    ClosingIterator<CypherRow> iterator =
        ClosingIterator.apply(JavaConverters.asScalaIterator(rows));
    iterator.closing(rows);
    return decorateResult(JavaNothing.rows(), decorated, iterator);
  }

  /** As {@link NativeRows} says. */
  private ClosingIterator<CypherRow> natively(
      QueryState state, QueryState decorated, Predicate<CypherRow> wanted) {
    ClosingIterator<CypherRow> input = source.createResults(state);
    Function1<CypherRow, Object> isWanted = wanted::test;
    ClosingIterator<CypherRow> rows =
        filter.internalCreateResults(input.filter(isWanted), decorated);
    rows.closing(input);
    return rows;
  }
}
