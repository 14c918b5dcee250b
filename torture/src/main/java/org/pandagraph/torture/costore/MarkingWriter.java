/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/** Commits random changes, each with a mark that says later whether it is there. */
final class MarkingWriter implements Runnable {
  private static final AtomicLong MARKS = new AtomicLong();
  private static final int AFTER_A_FAILURE_MILLIS = 50;
  private static final int MOST_PAUSE_MILLIS = 20;

  private final Driver driver;
  private final SplittableRandom random;
  private final RandomChanges changes;
  private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;

  MarkingWriter(Driver driver, long seed) {
    this.driver = driver;
    random = new SplittableRandom(seed);
    RandomValues values = new RandomValues(random);
    changes = new RandomChanges(random, values, new RandomPredicates(random, values));
  }

  /** The marks of the transactions whose commit was acknowledged. */
  Queue<Long> acknowledged() {
    return acknowledged;
  }

  void end() {
    ended = true;
  }

  @Override
  public void run() {
    try {
      while (!ended) {
        Thread.sleep(change() ? random.nextInt(MOST_PAUSE_MILLIS) : AFTER_A_FAILURE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean change() {
    long mark = MARKS.incrementAndGet();
    try (Session session = driver.session();
        Transaction transaction = session.beginTransaction(BothWays.PLAIN)) {
      transaction.run("CREATE (:Mark {n: $n})", Map.of("n", mark)).consume();
      for (int i = random.nextInt(3); i > 0; i--) {
        Statement change = changes.next();
        transaction.run(change.text(), change.parameters()).consume();
      }
      transaction.commit();
      acknowledged.add(mark);
      return true;
    } catch (Neo4jException e) {
      // Refused, or the server is gone: what was not acknowledged need not be there.
      return false;
    }
  }
}
