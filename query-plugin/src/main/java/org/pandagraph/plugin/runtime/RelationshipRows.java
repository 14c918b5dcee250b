/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.List;
import org.neo4j.cypher.internal.logical.plans.RelationshipLogicalLeafPlan;
import org.neo4j.cypher.internal.logical.plans.UndirectedRelationshipTypeScan;
import org.neo4j.cypher.internal.runtime.CypherRow;
import org.neo4j.cypher.internal.runtime.QueryTransactionalContext;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.CypherRowFactory;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.QueryState;
import org.neo4j.internal.kernel.api.Read;
import org.neo4j.internal.kernel.api.RelationshipScanCursor;
import org.neo4j.values.virtual.VirtualRelationshipValue;
import org.neo4j.values.virtual.VirtualValues;

/** Rows of relationships with both their ends; without a direction, one for each. */
final class RelationshipRows implements EntityRows {
  private final RelationshipLogicalLeafPlan leaf;
  private final boolean directed;
  private final QueryState state;
  private final CypherRowFactory rowFactory;
  private final CypherRow arguments;
  private final Read read;
  private final RelationshipScanCursor cursor;

  RelationshipRows(
      RelationshipLogicalLeafPlan leaf, QueryState state, CypherRowFactory rowFactory) {
    this.leaf = leaf;
    this.directed = !(leaf instanceof UndirectedRelationshipTypeScan);
    this.state = state;
    this.rowFactory = rowFactory;
    this.arguments = state.newRowWithArgument(rowFactory);
    QueryTransactionalContext transaction = state.query().transactionalContext();
    this.read = transaction.dataRead();
    this.cursor = transaction.cursors().allocateRelationshipScanCursor(transaction.cursorContext());
  }

  @Override
  public List<CypherRow> of(long id) {
    read.singleRelationship(id, cursor);
    if (!cursor.next()) {
      return List.of();
    }
    long start = cursor.sourceNodeReference();
    long end = cursor.targetNodeReference();
    CypherRow row = row(id, start, end);
    return directed || start == end ? List.of(row) : List.of(row, row(id, end, start));
  }

  private CypherRow row(long id, long left, long right) {
    return rowFactory.copyWith(
        arguments,
        leaf.idName(),
        state.query().relationshipById(id),
        leaf.leftNode(),
        VirtualValues.node(left),
        leaf.rightNode(),
        VirtualValues.node(right));
  }

  @Override
  public long id(CypherRow row) {
    return ((VirtualRelationshipValue) row.getByName(leaf.idName())).id();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
