/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/** Asks random queries both ways until the time is over. Not thread-safe. */
final class CoStoreFuzz {
  private static final int FIRST_NODES = 300;
  private static final int FIRST_CHANGES = 60;
  private static final int MOST_DETAILS = 20;
  private static final Duration REPORT = Duration.ofSeconds(30);

  private final Driver driver;
  private final long seed;
  private final Consumer<String> log;
  private final SplittableRandom random;
  private final RandomQueries queries;
  private final RandomChanges changes;
  private final List<String> differences = new ArrayList<>();
  private long asked;
  private long pushed;
  private long seeks;

  CoStoreFuzz(Driver driver, long seed, Consumer<String> log) {
    this.driver = driver;
    this.seed = seed;
    this.log = log;
    random = new SplittableRandom(seed);
    RandomValues values = new RandomValues(random);
    RandomPredicates predicates = new RandomPredicates(random, values);
    queries = new RandomQueries(random, predicates);
    changes = new RandomChanges(random, values, predicates);
  }

  /** Asks until a time is over; returns what was found. */
  FuzzFindings run(Duration time) throws InterruptedException {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    CommittingWriter writer = new CommittingWriter(driver, seed + 1, lock.writeLock());
    try (Session session = driver.session()) {
      writer.fill(session, FIRST_NODES);
      for (int i = 0; i < FIRST_CHANGES; i++) {
        writer.commit(session, 1);
      }
    }
    Thread thread = new Thread(writer, "fuzz-writer");
    thread.start();
    long end = System.nanoTime() + time.toNanos();
    long report = System.nanoTime() + REPORT.toNanos();
    try (BothWays ways = new BothWays(driver);
        Session status = driver.session()) {
      while (System.nanoTime() < end && differences.size() < MOST_DETAILS) {
        lock.readLock().lock();
        try {
          ask(ways, status);
        } finally {
          lock.readLock().unlock();
        }
        if (System.nanoTime() > report) {
          log.accept("    " + findings(writer));
          report += REPORT.toNanos();
        }
      }
    } finally {
      writer.end();
      thread.join();
    }
    return findings(writer);
  }

  private void ask(BothWays ways, Session status) {
    List<Statement> before = new ArrayList<>();
    int kind = random.nextInt(10);
    for (int i = kind < 3 ? 1 + random.nextInt(4) : 0; i > 0; i--) {
      before.add(changes.next());
    }
    Statement query = kind == 9 ? queries.writing() : queries.next();
    String difference = ways.difference(before, query);
    // Nobody else seeks: the writer's transactions do without the co-store.
    long now = seeks(status);
    pushed += now > seeks ? 1 : 0;
    seeks = now;
    asked++;
    if (difference != null) {
      differences.add(query + "\n      after " + before + "\n      " + difference);
      log.accept(
          "    DIFFERENCE at query " + asked + ": " + differences.get(differences.size() - 1));
    }
  }

  private static long seeks(Session status) {
    Value counters = status.run("CALL panda.costore.status()").single().get("counters");
    return counters.get("seeks").asLong();
  }

  private FuzzFindings findings(CommittingWriter writer) {
    return new FuzzFindings(asked, pushed, writer.committed(), List.copyOf(differences));
  }
}
