/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.e2e;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Session;

/** Asks two servers the same plain queries in turns and compares their median latencies. */
final class Comparison {
  private static final int WARM_UP_ROUNDS = 3_000;
  private static final int PEOPLE = 500;

  /** Short and long, read and written, with and without parameters; each in well under 10 ms. */
  private static final List<String> QUERIES =
      List.of(
          "RETURN 1 AS one",
          "MATCH (p:Person {id: $id}) RETURN p.name AS name",
          "MATCH (p:Person {id: $id})-[:KNOWS]->(f:Person) WHERE f.age > 30 AND f.name STARTS WITH"
              + " 'n' RETURN f.name AS name, f.age AS age ORDER BY age DESC, name LIMIT 10",
          "MATCH (p:Person {id: $id})-[:KNOWS*1..2]->(f:Person) WHERE NOT f.id = $id AND f.age"
              + " IN [20, 25, 30, 35, 40, 45, 50, 55, 60] WITH DISTINCT f, p OPTIONAL MATCH"
              + " (f)-[:KNOWS]->(p) RETURN f.name AS name, CASE WHEN f.age < 40 THEN 'young' ELSE"
              + " 'old' END AS kind, count(p) AS back ORDER BY name LIMIT 5",
          "MATCH (p:Person {id: $id}) SET p.seen = $id RETURN p.seen AS seen");

  private final Session with;
  private final Session without;

  Comparison(BenchServer with, BenchServer without) {
    this.with = with.session();
    this.without = without.session();
  }

  /**
   * Median latencies of one query, summed over the queries.
   *
   * @param withMicros microseconds with the plugin
   * @param withoutMicros microseconds without
   * @param ratio the mean over the queries of each query's own ratio: a slow query does not hide a
   *     quick one
   */
  record Medians(double withMicros, double withoutMicros, double ratio) {}

  Medians run(int rounds) {
    for (Session session : List.of(with, without)) {
      fill(session);
    }
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (String query : QUERIES) {
        latencyNanos(with, query, round);
        latencyNanos(without, query, round);
      }
    }
    long[][] withNanos = new long[QUERIES.size()][rounds];
    long[][] withoutNanos = new long[QUERIES.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < QUERIES.size(); i++) {
        // Whoever comes second finds warmer caches: that takes turns, too.
        if (round % 2 == 0) {
          withNanos[i][round] = latencyNanos(with, QUERIES.get(i), round);
          withoutNanos[i][round] = latencyNanos(without, QUERIES.get(i), round);
        } else {
          withoutNanos[i][round] = latencyNanos(without, QUERIES.get(i), round);
          withNanos[i][round] = latencyNanos(with, QUERIES.get(i), round);
        }
      }
    }
    double withMicros = 0;
    double withoutMicros = 0;
    double logs = 0;
    for (int i = 0; i < QUERIES.size(); i++) {
      double a = medianMicros(withNanos[i]);
      double b = medianMicros(withoutNanos[i]);
      withMicros += a;
      withoutMicros += b;
      logs += Math.log(a / b);
    }
    return new Medians(withMicros, withoutMicros, Math.exp(logs / QUERIES.size()));
  }

  private static void fill(Session session) {
    session.run("CREATE INDEX person_id FOR (p:Person) ON (p.id)").consume();
    session
        .run(
            "UNWIND range(0, $n - 1) AS i CREATE (:Person {id: i, name: 'n' + toString(i), age: 20 +"
                + " i % 45})",
            Map.of("n", PEOPLE))
        .consume();
    session.run("CALL db.awaitIndexes(60)").consume();
    session
        .run(
            "MATCH (a:Person) UNWIND [1, 7, 31] AS step MATCH (b:Person {id: (a.id + step) % $n})"
                + " CREATE (a)-[:KNOWS]->(b)",
            Map.of("n", PEOPLE))
        .consume();
  }

  private static long latencyNanos(Session session, String query, int round) {
    long start = System.nanoTime();
    session.run(query, Map.of("id", round % PEOPLE)).consume();
    return System.nanoTime() - start;
  }

  private static double medianMicros(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1_000.0;
  }
}
