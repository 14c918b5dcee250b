/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.pandagraph.benchmarks.servers.SharedJvm;
import org.pandagraph.benchmarks.servers.Spread;

/** Asks sides the same queries in turns, until the last row has arrived. Not thread-safe. */
final class QueryTimes {
  /** Rounds that do not count: so many at least, more of them where they take little time. */
  private static final int WARM_UP_ROUNDS = 3;

  private static final int MOST_WARM_UP_ROUNDS = 60;
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(8);

  private final SharedJvm servers;
  private final List<Side> sides;
  private final int rounds;

  /**
   * @param sides to be asked
   * @param rounds in which each side is asked each query once
   */
  QueryTimes(SharedJvm servers, List<Side> sides, int rounds) {
    this.servers = servers;
    this.sides = List.copyOf(sides);
    this.rounds = rounds;
  }

  /**
   * The median time of a query on each side, in milliseconds.
   *
   * @throws IllegalStateException where the sides do not answer the same: such times say nothing
   */
  Map<Side, Double> medians(AcademicQuery query) {
    Map<Side, double[]> millis = new EnumMap<>(Side.class);
    for (Side side : sides) {
      millis.put(side, new double[rounds]);
    }
    int warmedUp = 0;
    long start = System.nanoTime();
    while (warmedUp < WARM_UP_ROUNDS
        || warmedUp < MOST_WARM_UP_ROUNDS && System.nanoTime() - start < WARM_UP_NANOS) {
      round(query, warmedUp++, 0, millis);
    }
    for (int round = 0; round < rounds; round++) {
      round(query, round, round, millis);
    }
    Map<Side, Double> medians = new EnumMap<>(Side.class);
    millis.forEach((side, of) -> medians.put(side, Spread.of(of).median()));
    return medians;
  }

  /** Asks each side once, another one first each time. */
  private void round(AcademicQuery query, int turn, int place, Map<Side, double[]> millis) {
    List<String> expected = null;
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get((i + turn) % sides.size());
      List<String> rows = new ArrayList<>();
      long start = System.nanoTime();
      ask(side, query.text(), rows);
      millis.get(side)[place] = (System.nanoTime() - start) / 1e6;
      rows.sort(null);
      if (expected != null && !rows.equals(expected)) {
        throw new IllegalStateException(query + ": " + side + " answers otherwise");
      }
      expected = rows;
    }
  }

  private void ask(Side side, String query, List<String> rows) {
    Session session = servers.session(side.name());
    Result result = session.run(query);
    while (result.hasNext()) {
      Record row = result.next();
      rows.add(row.values().toString());
    }
  }
}
