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
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long STRETCH_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** A stretch is no faster than those before where it takes more than this share of their time. */
  private static final double NO_FASTER = 0.97;

  /** Of stretches in a row that are no faster. */
  private static final int ENOUGH = 2;

  private static final int MOST_STRETCHES = 20;

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
   * Asks each of some sides a query for a minute. What Neo4j, the client of Elasticsearch and
   * Elasticsearch itself run is compiled by and by: an answer of 10 ms becomes one of 2.
   */
  static void start(SharedJvm servers, List<Side> sides, AcademicQuery query) {
    for (Side side : sides) {
      long end = System.nanoTime() + START_NANOS;
      while (System.nanoTime() < end) {
        ask(servers, side, query.text(), new ArrayList<>());
      }
    }
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

  /** Asks until answers become no faster. */
  private void warmUp(Side side, AcademicQuery query) {
    double best = Double.POSITIVE_INFINITY;
    int noFaster = 0;
    for (int stretch = 0; stretch < MOST_STRETCHES && noFaster < ENOUGH; stretch++) {
      double median = stretch(side, query);
      noFaster = median > NO_FASTER * best ? noFaster + 1 : 0;
      best = Math.min(best, median);
    }
  }

  private double stretch(Side side, AcademicQuery query) {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + STRETCH_NANOS;
    do {
      long start = System.nanoTime();
      ask(servers, side, query.text(), new ArrayList<>());
      times.add((double) (System.nanoTime() - start));
    } while (System.nanoTime() < end);
    return Spread.of(times.stream().mapToDouble(Double::doubleValue).toArray()).median();
  }

  /** Asks each side once, another one first each time. */
  private void round(AcademicQuery query, int round, Map<Side, double[]> millis) {
    List<String> expected = null;
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get((i + round) % sides.size());
      List<String> rows = new ArrayList<>();
      long start = System.nanoTime();
      ask(servers, side, query.text(), rows);
      millis.get(side)[round] = (System.nanoTime() - start) / 1e6;
      rows.sort(null);
      if (expected != null && !rows.equals(expected)) {
        throw new IllegalStateException(query + ": " + side + " answers otherwise");
      }
      expected = rows;
    }
  }

  private static void ask(SharedJvm servers, Side side, String query, List<String> rows) {
    Session session = servers.session(side.name());
    Result result = session.run(query);
    while (result.hasNext()) {
      Record row = result.next();
      rows.add(row.values().toString());
    }
  }
}
