/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/** Changes slots of its own, one after the other, and notes what was acknowledged. */
final class Writer implements Runnable {
  private static final int SLOTS = 25;
  private static final int AFTER_A_FAILURE_MILLIS = 50;

  private final int number;
  private final Driver driver;
  private final Expectations expectations;
  private final Random random;
  private final AtomicBoolean stop;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  Writer(int number, Driver driver, Expectations expectations, long seed, AtomicBoolean stop) {
    this.number = number;
    this.driver = driver;
    this.expectations = expectations;
    this.random = new Random(seed + number);
    this.stop = stop;
  }

  /** How many changes were acknowledged so far. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** How many were refused, or met a server that was not there. */
  long refused() {
    return refused.get();
  }

  @Override
  public void run() {
    while (!stop.get()) {
      String slot = number + "/" + random.nextInt(SLOTS);
      boolean changed = expectations.isCertain(slot) && change(slot);
      if (!changed) {
        try {
          Thread.sleep(AFTER_A_FAILURE_MILLIS);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  private boolean change(String slot) {
    Change change = Change.random(random, expectations.current(slot));
    boolean committing = false;
    try (Session session = driver.session();
        Transaction transaction = session.beginTransaction()) {
      change.run(transaction, slot);
      if (change.rollsBack()) {
        transaction.rollback();
      } else {
        committing = true;
        transaction.commit();
        committing = false;
        expectations.acknowledged(slot, change.after());
        acknowledged.incrementAndGet();
      }
      return true;
    } catch (Neo4jException e) {
      if (committing && !saysThatItDidNot(e)) {
        // Killed on the way: both are possible until somebody looks.
        expectations.perhaps(slot, change.after());
      }
      refused.incrementAndGet();
      return false;
    }
  }

  /** Whether the server itself answered that the commit was refused. */
  private static boolean saysThatItDidNot(Neo4jException e) {
    String code = e.code() == null ? "" : e.code();
    return code.startsWith("Neo.ClientError.") || code.startsWith("Neo.TransientError.");
  }
}
