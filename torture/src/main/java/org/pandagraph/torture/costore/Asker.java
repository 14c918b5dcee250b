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
  private final Driver driver;
  private final Lock noCommits;
  private final SeekCounter seeks;
  private final Tally tally;
  private final Consumer<String> log;
  private final SplittableRandom random;
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
    SeekCounter.Counted<Answer> pushed = seeks.count(status, () -> ways.pushed(before, query));
    String difference = Answer.difference(pushed.answer(), ways.plain(before, query));
    String told =
        difference == null ? null : query + "\n      after " + before + "\n      " + difference;
    long number = tally.asked(pushed.byTheStore(), told);
    if (told != null) {
      log.accept("    DIFFERENCE at query " + number + ": " + told);
    }
  }
}
