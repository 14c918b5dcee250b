/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.List;
import org.neo4j.cypher.internal.runtime.CypherRow;
import org.neo4j.cypher.internal.runtime.QueryTransactionalContext;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.CypherRowFactory;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.QueryState;
import org.neo4j.internal.kernel.api.NodeCursor;
import org.neo4j.internal.kernel.api.Read;
import org.neo4j.values.virtual.VirtualNodeValue;
import org.neo4j.values.virtual.VirtualValues;

/** Rows of nodes. */
final class NodeRows implements EntityRows {
  private final String variable;
  private final CypherRowFactory rowFactory;
  private final CypherRow arguments;
  private final Read read;
  private final NodeCursor cursor;

  NodeRows(String variable, QueryState state, CypherRowFactory rowFactory) {
    this.variable = variable;
    this.rowFactory = rowFactory;
    this.arguments = state.newRowWithArgument(rowFactory);
    QueryTransactionalContext transaction = state.query().transactionalContext();
    this.read = transaction.dataRead();
    this.cursor = transaction.cursors().allocateNodeCursor(transaction.cursorContext());
  }

  @Override
  public List<CypherRow> of(long id) {
    read.singleNode(id, cursor);
    return cursor.next()
        ? List.of(rowFactory.copyWith(arguments, variable, VirtualValues.node(id)))
        : List.of();
  }

  @Override
  public long id(CypherRow row) {
    return ((VirtualNodeValue) row.getByName(variable)).id();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
