/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.SplittableRandom;
import java.util.concurrent.locks.Lock;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.ClientException;

/** Commits changes while queries are asked, only never between the two ways of asking one. */
final class CommittingWriter implements Runnable {
  private static final int MOST_PAUSE_MILLIS = 120;

  private final Driver driver;
  private final SplittableRandom random;
  private final RandomChanges changes;
  private final Lock commits;
  private volatile boolean ended;
  private volatile long committed;

  /**
   * @param commits held while it commits
   */
  CommittingWriter(Driver driver, long seed, Lock commits) {
    this.driver = driver;
    this.commits = commits;
    random = new SplittableRandom(seed);
    RandomValues values = new RandomValues(random);
    changes = new RandomChanges(random, values, new RandomPredicates(random, values));
  }

  @Override
  public void run() {
    try (Session session = driver.session()) {
      while (!ended) {
        commits.lock();
        try {
          commit(session, 1 + random.nextInt(4));
        } finally {
          commits.unlock();
        }
        Thread.sleep(random.nextInt(MOST_PAUSE_MILLIS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Commits some changes. Also for the first filling of an empty graph. */
  void commit(Session session, int statements) {
    try (Transaction transaction = session.beginTransaction(BothWays.PLAIN)) {
      for (int i = 0; i < statements; i++) {
        Statement change = changes.next();
        transaction.run(change.text(), change.parameters()).consume();
      }
      transaction.commit();
      committed++;
    } catch (ClientException e) {
      // A list that Neo4j cannot keep, a node deleted with a relationship: another change comes.
    }
  }

  /** Fills an empty graph. */
  void fill(Session session, int nodes) {
    try (Transaction transaction = session.beginTransaction(BothWays.PLAIN)) {
      for (int i = 0; i < nodes; i++) {
        Statement create = changes.createNode();
        transaction.run(create.text(), create.parameters()).consume();
      }
      transaction.commit();
    }
  }

  /** Transactions so far. */
  long committed() {
    return committed;
  }

  void end() {
    ended = true;
  }
}
