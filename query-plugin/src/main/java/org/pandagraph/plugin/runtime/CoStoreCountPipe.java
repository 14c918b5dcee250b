/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.OptionalLong;
import org.neo4j.cypher.internal.runtime.ClosingIterator;
import org.neo4j.cypher.internal.runtime.CypherRow;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.PipeWithSource;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.QueryState;
import org.neo4j.values.storable.Values;

/**
 * The number of rows of a seek: of the co-store's word on what it shows, and the graph's on what it
 * does not; or, where anything is in the way, by counting the rows. Thread-safe, as pipes have to
 * be.
 */
final class CoStoreCountPipe extends PipeWithSource {
  private final CoStorePipe seek;
  private final PipeWithSource stock;
  private final int id;
  private final String column;
  private final SeekExecution execution;

  /**
   * @param stock Neo4j's pipe that counts rows of the seek
   * @param id of the operator
   */
  CoStoreCountPipe(
      CoStorePipe seek, PipeWithSource stock, int id, String column, SeekExecution execution) {
    super(seek);
    this.seek = seek;
    this.stock = stock;
    this.id = id;
    this.column = column;
    this.execution = execution;
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public ClosingIterator<CypherRow> internalCreateResults(
      ClosingIterator<CypherRow> input, QueryState state) {
    return stock.internalCreateResults(input, state);
  }

  @Override
  public ClosingIterator<CypherRow> computeDecoratedResult(QueryState state, QueryState decorated) {
    OptionalLong count = execution.count(seek.spec(), seek.id(), decorated, rowFactory());
    if (count.isEmpty()) {
      return super.computeDecoratedResult(state, decorated);
    }
    CypherRow row =
        rowFactory()
            .copyWith(
                decorated.newRowWithArgument(rowFactory()),
                column,
                Values.longValue(count.getAsLong()));
    return decorateResult(JavaNothing.rows(), decorated, ClosingIterator.single(row));
  }
}
