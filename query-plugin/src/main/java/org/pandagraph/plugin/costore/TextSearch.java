/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.TextValue;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.ScoredId;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
import org.pandagraph.plugin.procedure.Options;

/** Full-text search in a co-store; of what it finds, the graph decides what there is. */
final class TextSearch {
  private static final String NAME = "panda.search";
  private static final int LIMIT = 100;
  private static final int MOST = 10_000;

  private final DatabaseCoStore coStore;

  TextSearch(DatabaseCoStore coStore) {
    this.coStore = coStore;
  }

  /** Rows of a node and its score. */
  List<Object[]> rows(Context context, AnyValue[] arguments) throws ProcedureException {
    String label = text("label", arguments[0]);
    String words = text("text", arguments[1]);
    int limit = new Options(NAME, arguments[2], List.of("limit")).number("limit", LIMIT, MOST);
    List<Object[]> rows = new ArrayList<>();
    if (limit == 0) {
      return rows;
    }
    if (!coStore.unseen().usable()) {
      throw new CypherPlusError(
          PluginErrorCode.SERVICE_UNAVAILABLE,
          NAME + ": the co-store is being filled; CALL panda.costore.status() shows how far it is",
          CypherPlusError.NO_OFFSET);
    }
    Transaction transaction = context.internalTransaction();
    for (ScoredId found : search(label, words, limit)) {
      try {
        Node node = transaction.getNodeById(found.id());
        if (node.hasLabel(Label.label(label))) {
          rows.add(new Object[] {node, found.score()});
        }
      } catch (NotFoundException e) {
        // Deleted since the store last showed its state.
      }
    }
    return rows;
  }

  private List<ScoredId> search(String label, String words, int limit) {
    try {
      return coStore.anyway().search(label, words, limit);
    } catch (CoStoreException e) {
      PluginErrorCode code =
          e.code() == CoStoreErrorCode.INVALID_REQUEST
              ? PluginErrorCode.INVALID_ARGUMENT
              : PluginErrorCode.SERVICE_UNAVAILABLE;
      throw new CypherPlusError(code, NAME + ": " + e.getMessage(), CypherPlusError.NO_OFFSET, e);
    }
  }

  private static String text(String name, AnyValue value) {
    if (!(value instanceof TextValue)) {
      throw new CypherPlusError(
          PluginErrorCode.WRONG_TYPE,
          NAME + " takes as " + name + " a string, not " + value,
          CypherPlusError.NO_OFFSET);
    }
    return ((TextValue) value).stringValue();
  }
}
