/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.api.exceptions.Status;

/** Queries by way of Neo4j's Java API. */
final class EmbeddedTarget implements Target {
  private final GraphDatabaseService database;

  EmbeddedTarget(Dbms dbms) {
    database = dbms.database();
  }

  @Override
  public Answer run(String query, Map<String, Object> parameters) {
    try (Transaction transaction = database.beginTx()) {
      List<String> columns;
      List<Map<String, String>> rows = new ArrayList<>();
      try (Result result = transaction.execute(query, parameters)) {
        columns = result.columns();
        while (result.hasNext()) {
          Map<String, Object> row = result.next();
          Map<String, String> texts = new LinkedHashMap<>();
          columns.forEach(column -> texts.put(column, EmbeddedText.of(row.get(column))));
          rows.add(texts);
        }
      }
      transaction.commit();
      return Answer.of(columns, rows);
    } catch (RuntimeException e) {
      return Answer.failed(e, code(e));
    }
  }

  private static String code(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof Status.HasStatus status) {
        return status.status().code().serialize();
      }
    }
    return error.getClass().getName();
  }

  @Override
  public void close() {
    // The Dbms is its owner's to close.
  }
}
