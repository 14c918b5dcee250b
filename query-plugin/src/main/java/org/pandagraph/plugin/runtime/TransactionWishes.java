/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Map;
import org.neo4j.cypher.internal.runtime.QueryTransactionalContext;
import org.neo4j.cypher.internal.runtime.interpreted.DelegatingQueryTransactionalContext;
import org.neo4j.cypher.internal.runtime.interpreted.TransactionalContextWrapper;
import org.neo4j.exceptions.InvalidArgumentException;
import org.pandagraph.plugin.plan.CoStoreAccess;
import org.pandagraph.plugin.plan.Consistency;

/** What a transaction's metadata says of the co-store. Immutable. */
final class TransactionWishes {
  /** Metadata: {@code strong}, {@code bounded(MILLISECONDS)} or {@code eventual}. */
  static final String CONSISTENCY = "panda.consistency";

  /** Metadata: {@code on} or {@code off}. */
  static final String PUSHDOWN = "panda.costore.pushdown";

  private final Map<String, Object> metadata;

  private TransactionWishes(Map<String, Object> metadata) {
    this.metadata = metadata;
  }

  /** Of the transaction that the query began in: those it opens itself have no metadata. */
  static TransactionWishes of(QueryTransactionalContext context) {
    QueryTransactionalContext inner = context;
    while (inner instanceof DelegatingQueryTransactionalContext) {
      inner = ((DelegatingQueryTransactionalContext) inner).inner();
    }
    if (!(inner instanceof TransactionalContextWrapper)) {
      return new TransactionWishes(Map.of());
    }
    Map<String, Object> metadata =
        ((TransactionalContextWrapper) inner)
            .kernelTransactionalContext()
            .executingQuery()
            .transactionAnnotationData();
    return new TransactionWishes(metadata == null ? Map.of() : metadata);
  }

  /**
   * How up to date answers have to be.
   *
   * @throws InvalidArgumentException where the metadata says something else
   */
  Consistency consistency(CoStoreAccess access) {
    Object wish = metadata.get(CONSISTENCY);
    if (wish == null) {
      return access.consistency();
    }
    try {
      return Consistency.parse(wish.toString());
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(
          "Transaction metadata " + CONSISTENCY + ": " + e.getMessage(), e);
    }
  }

  /**
   * Whether predicates may be pushed: where that is switched off for all, no wish helps.
   *
   * @throws InvalidArgumentException where the metadata says something else
   */
  boolean pushdown(CoStoreAccess access) {
    Object wish = metadata.get(PUSHDOWN);
    if (wish == null) {
      return access.pushdown();
    }
    switch (wish.toString()) {
      case "on":
      case "true":
        return access.pushdown();
      case "off":
      case "false":
        return false;
      default:
        throw new InvalidArgumentException(
            "Transaction metadata " + PUSHDOWN + ": '" + wish + "' is neither on nor off");
    }
  }
}
