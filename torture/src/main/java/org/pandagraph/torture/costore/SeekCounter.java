/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/**
 * Tells whether a query was answered by the co-store, by its counter of seeks: only one at a time
 * asks it, so that what it has counted is that one's; whoever else queries does without the
 * co-store. Thread-safe.
 */
final class SeekCounter {
  private static final long UNKNOWN = -1;

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private long last = UNKNOWN;

  /** What was asked, and whether the co-store answered. */
  record Counted<T>(T answer, boolean byTheStore) {}

  /**
   * Asks.
   *
   * @param status to read the counter with
   */
  <T> Counted<T> count(Session status, Supplier<T> question) {
    oneAtATime.lock();
    try {
      if (last == UNKNOWN) {
        last = seeks(status);
      }
      T answer = question.get();
      long seeks = seeks(status);
      boolean byTheStore = seeks > last;
      last = seeks;
      return new Counted<>(answer, byTheStore);
    } finally {
      oneAtATime.unlock();
    }
  }

  private static long seeks(Session status) {
    Value counters = status.run("CALL panda.costore.status()").single().get("counters");
    return counters.get("seeks").asLong();
  }
}
