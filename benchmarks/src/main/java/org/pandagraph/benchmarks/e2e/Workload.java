/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.e2e;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;

/** Plain queries, and the graph that they ask. */
final class Workload {
  /** Short and long, read and written, with and without parameters; each in well under 10 ms. */
  static final List<String> QUERIES =
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

  private static final int PEOPLE = 500;

  private Workload() {}

  /**
   * Fills an empty database and waits until its statistics are complete: with and without the
   * index's the planner makes different plans, and which ones a server works with would be left to
   * chance.
   */
  static void fill(Session session) {
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
    session.run("CALL db.prepareForReplanning(60)").consume();
  }

  /** The operators of all queries' plans. */
  static String plans(Session session) {
    StringBuilder plans = new StringBuilder();
    for (String query : QUERIES) {
      append(plans, session.run("EXPLAIN " + query, Map.of("id", 0)).consume().plan());
      plans.append(System.lineSeparator());
    }
    return plans.toString();
  }

  private static void append(StringBuilder plans, Plan plan) {
    plans.append(plan.operatorType()).append('(');
    plan.children().forEach(child -> append(plans, child));
    plans.append(')');
  }

  /** From sending a query to the end of its summary, in nanoseconds. */
  static long latencyNanos(Session session, int query, int round) {
    long start = System.nanoTime();
    session.run(QUERIES.get(query), Map.of("id", round % PEOPLE)).consume();
    return System.nanoTime() - start;
  }
}
