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

/** Asks random queries both ways until it is told to end. */
final class Asker implements Runnable {
  private static final int TIMES_A_TEXT = 4;

  private final Driver driver;
  private final Lock noCommits;
  private final SeekCounter seeks;
  private final Tally tally;
  private final Consumer<String> log;
  private final SplittableRandom random;
  private final RandomValues values;
  private final RandomQueries queries;
  private final RandomChanges changes;
  private volatile boolean ended;

  /**
   * @param noCommits held while a query is asked in both ways
   * @param seeks asks the co-store
   */
  Asker(
      Driver driver,
      long seed,
      Lock noCommits,
      SeekCounter seeks,
      Tally tally,
      Consumer<String> log) {
    this.driver = driver;
    this.noCommits = noCommits;
    this.seeks = seeks;
    this.tally = tally;
    this.log = log;
    random = new SplittableRandom(seed);
    values = new RandomValues(random);
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
        Statement query = random.nextInt(10) == 0 ? queries.writing() : queries.next();
        ask(ways, status, query, true);
        // A plan is made for some values and kept for others.
        for (int i = 1; i < TIMES_A_TEXT && !ended; i++) {
          ask(ways, status, query.with(values::instead), false);
        }
      }
    }
  }

  /** In one state of the graph, which the next one need not find. */
  private void ask(BothWays ways, Session status, Statement query, boolean newText) {
    noCommits.lock();
    try {
      compare(ways, status, query, newText);
    } finally {
      noCommits.unlock();
    }
  }

  private void compare(BothWays ways, Session status, Statement query, boolean newText) {
    List<Statement> before = new ArrayList<>();
    for (int i = random.nextInt(10) < 3 ? 1 + random.nextInt(4) : 0; i > 0; i--) {
      before.add(changes.next());
    }
    SeekCounter.Counted<Answer> pushed = seeks.count(status, () -> ways.pushed(before, query));
    String difference = Answer.difference(pushed.answer(), ways.plain(before, query));
    String told =
        difference == null ? null : query + "\n      after " + before + "\n      " + difference;
    long number = tally.asked(newText, pushed.byTheStore(), told);
    if (told != null) {
      log.accept("    DIFFERENCE at query " + number + ": " + told);
    }
  }
}
