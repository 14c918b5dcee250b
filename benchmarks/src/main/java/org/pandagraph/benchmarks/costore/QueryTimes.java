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
  /** Each side is asked so often at least, and so long, before anything counts. */
  private static final int LEAST_WARM_UP = 3;

  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(4);

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
    sides.forEach(side -> warmUp(side, query));
    for (int round = 0; round < rounds; round++) {
      round(query, round, millis);
    }
    Map<Side, Double> medians = new EnumMap<>(Side.class);
    millis.forEach((side, of) -> medians.put(side, Spread.of(of).median()));
    return medians;
  }

  private void warmUp(Side side, AcademicQuery query) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    for (int asked = 0; asked < LEAST_WARM_UP || System.nanoTime() < end; asked++) {
      ask(side, query.text(), new ArrayList<>());
    }
  }

  /** Asks each side once, another one first each time. */
  private void round(AcademicQuery query, int round, Map<Side, double[]> millis) {
    List<String> expected = null;
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get((i + round) % sides.size());
      List<String> rows = new ArrayList<>();
      long start = System.nanoTime();
      ask(side, query.text(), rows);
      millis.get(side)[round] = (System.nanoTime() - start) / 1e6;
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
