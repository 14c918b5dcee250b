/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/** Queries by way of Bolt, as standard clients send them. */
final class BoltTarget implements Target {
  private final Driver driver;

  BoltTarget(String uri) {
    driver =
        GraphDatabase.driver(
            uri, AuthTokens.none(), Config.builder().withLogging(Logging.none()).build());
  }

  @Override
  public Answer run(String query, Map<String, Object> parameters) {
    try (Session session = driver.session();
        Transaction transaction = session.beginTransaction()) {
      Result result = transaction.run(query, parameters);
      List<String> columns = result.keys();
      List<Map<String, String>> rows = new ArrayList<>();
      while (result.hasNext()) {
        Record row = result.next();
        Map<String, String> texts = new LinkedHashMap<>();
        columns.forEach(column -> texts.put(column, BoltText.of(row.get(column).asObject())));
        rows.add(texts);
      }
      transaction.commit();
      return Answer.of(columns, rows);
    } catch (Neo4jException e) {
      return Answer.failed(e, e.code());
    }
  }

  @Override
  public void close() {
    driver.close();
  }
}
