/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import org.neo4j.internal.id.IdGeneratorFactory;
import org.neo4j.internal.kernel.api.NodeCursor;
import org.neo4j.internal.kernel.api.PropertyCursor;
import org.neo4j.internal.kernel.api.RelationshipScanCursor;
import org.neo4j.internal.kernel.api.security.LoginContext;
import org.neo4j.internal.recordstorage.RecordIdType;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.values.storable.ValueGroup;
import org.pandagraph.blob.Blob;
import org.pandagraph.plugin.procedure.Progress;

/**
 * Reads all properties of all nodes and relationships that there are when it starts, in many short
 * transactions, so that nobody waits for it and deleted records are not kept from being reused. A
 * property that is there from beginning to end is read; one that is set or removed meanwhile may be
 * read or not.
 */
final class GraphScan {
  /** Ids read in one transaction. */
  private static final int BATCH = 20_000;

  /** Is told of each reference. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @param propertyKey the id of its token
     */
    void reference(Blob blob, boolean ofNode, long entity, int propertyKey);
  }

  private final GraphDatabaseAPI database;
  private final Progress progress;
  private long nodes;
  private long relationships;
  private long references;

  GraphScan(GraphDatabaseAPI database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Reads the graph once.
   *
   * @throws RuntimeException as the progress and the visitor do
   */
  void visit(Visitor visitor) {
    IdGeneratorFactory ids =
        database.getDependencyResolver().resolveDependency(IdGeneratorFactory.class);
    long nodeIds = ids.get(RecordIdType.NODE).getHighId();
    long relationshipIds = ids.get(RecordIdType.RELATIONSHIP).getHighId();
    inBatches("nodes", nodeIds, (tx, from, to) -> visitNodes(tx, from, to, visitor));
    inBatches(
        "relationships",
        relationshipIds,
        (tx, from, to) -> visitRelationships(tx, from, to, visitor));
  }

  /** How many nodes were read. */
  long nodes() {
    return nodes;
  }

  /** How many relationships were read. */
  long relationships() {
    return relationships;
  }

  /** How many references were found, more than one to a content included. */
  long references() {
    return references;
  }

  /** Reads the ids from one, inclusive, to another, exclusive. */
  private interface Batch {
    void read(KernelTransaction transaction, long from, long to);
  }

  private void inBatches(String what, long end, Batch batch) {
    for (long from = 0; from < end; from += BATCH) {
      progress.at("reading " + what + ": " + 100 * from / end + " %");
      try (InternalTransaction transaction =
          database.beginTransaction(KernelTransaction.Type.IMPLICIT, LoginContext.AUTH_DISABLED)) {
        batch.read(transaction.kernelTransaction(), from, Math.min(end, from + BATCH));
      }
    }
  }

  private void visitNodes(KernelTransaction tx, long from, long to, Visitor visitor) {
    try (NodeCursor node = tx.cursors().allocateNodeCursor(tx.cursorContext());
        PropertyCursor properties = properties(tx)) {
      for (long id = from; id < to; id++) {
        tx.dataRead().singleNode(id, node);
        if (node.next()) {
          nodes++;
          node.properties(properties);
          visitProperties(properties, true, id, visitor);
        }
      }
    }
  }

  private void visitRelationships(KernelTransaction tx, long from, long to, Visitor visitor) {
    try (RelationshipScanCursor relationship =
            tx.cursors().allocateRelationshipScanCursor(tx.cursorContext());
        PropertyCursor properties = properties(tx)) {
      for (long id = from; id < to; id++) {
        tx.dataRead().singleRelationship(id, relationship);
        if (relationship.next()) {
          relationships++;
          relationship.properties(properties);
          visitProperties(properties, false, id, visitor);
        }
      }
    }
  }

  private static PropertyCursor properties(KernelTransaction tx) {
    return tx.cursors().allocatePropertyCursor(tx.cursorContext(), tx.memoryTracker());
  }

  private void visitProperties(
      PropertyCursor properties, boolean ofNode, long entity, Visitor visitor) {
    while (properties.next()) {
      ValueGroup type = properties.propertyType();
      if (type == ValueGroup.TEXT || type == ValueGroup.TEXT_ARRAY) {
        int key = properties.propertyKey();
        References.of(
            properties.propertyValue(),
            blob -> {
              references++;
              visitor.reference(blob, ofNode, entity, key);
            });
      }
    }
  }
}
