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
import org.neo4j.driver.exceptions.TransientException;

/** Asks with push-down and without, each in a transaction that is rolled back. Not thread-safe. */
final class BothWays implements AutoCloseable {
  /** Switches push-down off for a transaction. */
  static final TransactionConfig PLAIN =
      TransactionConfig.builder().withMetadata(Map.of("panda.costore.pushdown", "off")).build();

  private static final int MOST_ATTEMPTS = 20;

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

  /** Again where another client's uncommitted changes stood in the way of ours. */
  private Answer answer(TransactionConfig config, List<Statement> changes, Statement query) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(config, changes, query);
      } catch (TransientException e) {
        if (attempt == MOST_ATTEMPTS) {
          return new Answer(List.of(), e.code());
        }
      }
    }
  }

  private Answer once(TransactionConfig config, List<Statement> changes, Statement query) {
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
    } catch (TransientException e) {
      throw e;
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
