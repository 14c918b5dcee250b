/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Random queries both ways, by several clients, on a graph that one changes. Not thread-safe. */
final class CoStoreFuzz {
  private static final int ASKERS = 3;
  private static final int FIRST_NODES = 300;
  private static final int FIRST_CHANGES = 60;
  private static final int MOST_DIFFERENCES = 20;
  private static final Duration REPORT = Duration.ofSeconds(30);

  private final Driver driver;
  private final long seed;
  private final Consumer<String> log;
  private final Tally tally = new Tally();

  CoStoreFuzz(Driver driver, long seed, Consumer<String> log) {
    this.driver = driver;
    this.seed = seed;
    this.log = log;
  }

  /** Asks until a time is over, or too much differs; returns what was found. */
  FuzzFindings run(Duration time) throws InterruptedException {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    CommittingWriter writer = new CommittingWriter(driver, seed, lock.writeLock());
    fill(writer);
    SeekCounter seeks = new SeekCounter();
    List<Asker> askers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    threads.add(new Thread(writer, "fuzz-writer"));
    for (int i = 1; i <= ASKERS; i++) {
      Asker asker = new Asker(driver, seed + i, lock.readLock(), seeks, tally, log);
      askers.add(asker);
      threads.add(new Thread(asker, "fuzz-asker-" + i));
    }
    threads.forEach(Thread::start);
    try {
      watch(time, writer);
    } finally {
      askers.forEach(Asker::end);
      writer.end();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    return tally.findings(writer.committed());
  }

  private void fill(CommittingWriter writer) {
    try (Session session = driver.session()) {
      writer.fill(session, FIRST_NODES);
      for (int i = 0; i < FIRST_CHANGES; i++) {
        writer.commit(session, 1);
      }
    }
  }

  private void watch(Duration time, CommittingWriter writer) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    long report = System.nanoTime() + REPORT.toNanos();
    while (System.nanoTime() < end && tally.differences() < MOST_DIFFERENCES) {
      Thread.sleep(200);
      if (System.nanoTime() > report) {
        log.accept("    " + tally.findings(writer.committed()));
        report += REPORT.toNanos();
      }
    }
  }
}
