/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/** Asks with push-down and without, each in a transaction that is rolled back. Not thread-safe. */
final class BothWays implements AutoCloseable {
  /** Switches push-down off for a transaction. */
  static final TransactionConfig PLAIN =
      TransactionConfig.builder().withMetadata(Map.of("panda.costore.pushdown", "off")).build();

  private final Session session;

  BothWays(Driver driver) {
    session = driver.session();
  }

  /**
   * What a query gives with push-down.
   *
   * @param changes made first, in the same transaction
   */
  Answer pushed(List<Statement> changes, Statement query) {
    return answer(TransactionConfig.empty(), changes, query);
  }

  /** What it gives without. */
  Answer plain(List<Statement> changes, Statement query) {
    return answer(PLAIN, changes, query);
  }

  private Answer answer(TransactionConfig config, List<Statement> changes, Statement query) {
    List<String> rows = new ArrayList<>();
    try (Transaction transaction = session.beginTransaction(config)) {
      for (Statement change : changes) {
        transaction.run(change.text(), change.parameters()).consume();
      }
      Result result = transaction.run(query.text(), query.parameters());
      while (result.hasNext()) {
        Record row = result.next();
        rows.add(row.values().toString());
      }
      transaction.rollback();
    } catch (Neo4jException e) {
      return new Answer(List.of(), e.code());
    }
    rows.sort(null);
    return new Answer(rows, null);
  }

  @Override
  public void close() {
    session.close();
  }
}
