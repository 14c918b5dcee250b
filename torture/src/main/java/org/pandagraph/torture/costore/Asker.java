/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/** Asks random queries both ways until it is told to end. */
final class Asker implements Runnable {
  private final Driver driver;
  private final Lock noCommits;
  private final Lock seeking;
  private final Tally tally;
  private final Consumer<String> log;
  private final SplittableRandom random;
  private final RandomQueries queries;
  private final RandomChanges changes;
  private volatile boolean ended;

  /**
   * @param noCommits held while a query is asked in both ways
   * @param seeking held while the co-store is asked, so that its counter tells for whom
   */
  Asker(Driver driver, long seed, Lock noCommits, Lock seeking, Tally tally, Consumer<String> log) {
    this.driver = driver;
    this.noCommits = noCommits;
    this.seeking = seeking;
    this.tally = tally;
    this.log = log;
    random = new SplittableRandom(seed);
    RandomValues values = new RandomValues(random);
    RandomPredicates predicates = new RandomPredicates(random, values);
    queries = new RandomQueries(random, predicates);
    changes = new RandomChanges(random, values, predicates);
  }

  void end() {
    ended = true;
  }

  @Override
  public void run() {
    try (BothWays ways = new BothWays(driver);
        Session status = driver.session()) {
      while (!ended) {
        noCommits.lock();
        try {
          ask(ways, status);
        } finally {
          noCommits.unlock();
        }
      }
    }
  }

  private void ask(BothWays ways, Session status) {
    List<Statement> before = new ArrayList<>();
    int kind = random.nextInt(10);
    for (int i = kind < 3 ? 1 + random.nextInt(4) : 0; i > 0; i--) {
      before.add(changes.next());
    }
    Statement query = kind == 9 ? queries.writing() : queries.next();
    boolean byTheStore;
    Answer pushed;
    seeking.lock();
    try {
      long seeks = seeks(status);
      pushed = ways.pushed(before, query);
      byTheStore = seeks(status) > seeks;
    } finally {
      seeking.unlock();
    }
    String difference = Answer.difference(pushed, ways.plain(before, query));
    String told =
        difference == null ? null : query + "\n      after " + before + "\n      " + difference;
    long number = tally.asked(byTheStore, told);
    if (told != null) {
      log.accept("    DIFFERENCE at query " + number + ": " + told);
    }
  }

  private static long seeks(Session status) {
    Value counters = status.run("CALL panda.costore.status()").single().get("counters");
    return counters.get("seeks").asLong();
  }
}
