/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.exceptions.KernelException;
import org.neo4j.internal.kernel.api.NodeCursor;
import org.neo4j.internal.kernel.api.PropertyCursor;
import org.neo4j.internal.kernel.api.RelationshipScanCursor;
import org.neo4j.internal.kernel.api.TokenSet;
import org.neo4j.internal.kernel.api.security.LoginContext;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.values.storable.Value;

/** Reads states in a transaction of its own, which is to be short. Not thread-safe. */
final class EntityReader implements AutoCloseable {
  private final long version;
  private final InternalTransaction transaction;
  private final KernelTransaction kernel;
  private final NodeCursor node;
  private final RelationshipScanCursor relationship;
  private final PropertyCursor properties;

  EntityReader(GraphDatabaseAPI database, TransactionLog log) {
    // Before the transaction: what it reads is this version or a later one.
    version = log.lastClosed();
    transaction =
        database.beginTransaction(KernelTransaction.Type.IMPLICIT, LoginContext.AUTH_DISABLED);
    kernel = transaction.kernelTransaction();
    var cursors = kernel.cursors();
    node = cursors.allocateNodeCursor(kernel.cursorContext());
    relationship = cursors.allocateRelationshipScanCursor(kernel.cursorContext());
    properties = cursors.allocatePropertyCursor(kernel.cursorContext(), kernel.memoryTracker());
  }

  /**
   * Reads one entity.
   *
   * @return a deleted one where there is none of this id
   * @throws UnreadableException where the store does not give it, though it gives others
   */
  EntityState read(EntityKind kind, long id) throws UnreadableException {
    try {
      EntityState state = kind == EntityKind.NODE ? node(id) : relationship(id);
      return state == null ? EntityState.deleted(kind, id, version) : state;
    } catch (KernelException | RuntimeException e) {
      if (e instanceof RuntimeException
          && (!kernel.isOpen() || kernel.getReasonIfTerminated().isPresent())) {
        throw (RuntimeException) e;
      }
      throw new UnreadableException(EntityState.deleted(kind, id, version), e);
    }
  }

  private EntityState node(long id) throws KernelException {
    kernel.dataRead().singleNode(id, node);
    if (!node.next()) {
      return null;
    }
    TokenSet tokens = node.labels();
    List<String> labels = new ArrayList<>(tokens.numberOfTokens());
    for (int i = 0; i < tokens.numberOfTokens(); i++) {
      labels.add(kernel.tokenRead().nodeLabelName(tokens.token(i)));
    }
    node.properties(properties);
    return EntityState.present(EntityKind.NODE, id, version, labels, values());
  }

  private EntityState relationship(long id) throws KernelException {
    kernel.dataRead().singleRelationship(id, relationship);
    if (!relationship.next()) {
      return null;
    }
    List<String> type = List.of(kernel.tokenRead().relationshipTypeName(relationship.type()));
    relationship.properties(properties);
    return EntityState.present(EntityKind.RELATIONSHIP, id, version, type, values());
  }

  private Map<String, Value> values() throws KernelException {
    Map<String, Value> values = new HashMap<>();
    while (properties.next()) {
      values.put(
          kernel.tokenRead().propertyKeyName(properties.propertyKey()), properties.propertyValue());
    }
    return values;
  }

  @Override
  public void close() {
    properties.close();
    relationship.close();
    node.close();
    transaction.close();
  }

  /** One entity cannot be read. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient EntityState state;

    UnreadableException(EntityState state, Throwable cause) {
      super("the graph does not give it: " + cause, cause);
      this.state = state;
    }

    Rejection rejection() {
      return new Rejection(state, getMessage());
    }
  }
}
