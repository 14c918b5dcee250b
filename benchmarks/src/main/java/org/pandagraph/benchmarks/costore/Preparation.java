/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import java.util.List;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.benchmarks.servers.SharedJvm;

/**
 * Makes the indexes of one side, and waits until the co-store of the other has all of the graph.
 */
final class Preparation {
  /** Label and property of all that the queries filter by. */
  private static final List<List<String>> FILTERED =
      List.of(
          List.of("paper", "country"),
          List.of("paper", "citation"),
          List.of("paper", "language"),
          List.of("person", "citations"),
          List.of("person", "citations5"),
          List.of("person", "nationality"),
          List.of("organization", "latitude"),
          List.of("organization", "longitude"),
          List.of("topic", "rank"));

  private static final long POLL_MILLIS = 500;

  private final SharedJvm servers;

  Preparation(SharedJvm servers) {
    this.servers = servers;
  }

  /** Makes an index on each property that a query filters by. */
  void index(Side side) {
    Session session = servers.session(side.name());
    for (List<String> filtered : FILTERED) {
      session
          .run("CREATE INDEX FOR (n:" + filtered.get(0) + ") ON (n." + filtered.get(1) + ")")
          .consume();
    }
    session.run("CALL db.awaitIndexes(600)").consume();
    session.run("CALL db.prepareForReplanning(600)").consume();
  }

  /** Waits until the co-store has all of the graph; returns at once where it has. */
  void fill(BenchmarkReport report) throws InterruptedException {
    Session session = servers.session(Side.PANDA.name());
    long start = System.nanoTime();
    while (true) {
      Record status = session.run("CALL panda.costore.status()").single();
      if (status.get("state").asString().equals("LIVE")
          && status.get("lagTransactions").asLong() == 0) {
        break;
      }
      Thread.sleep(POLL_MILLIS);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long entities =
        session
            .run("MATCH (n) WITH count(n) AS n MATCH ()-[r]->() RETURN n + count(r) AS all")
            .single()
            .get("all")
            .asLong();
    report.figure("fill_s", seconds).figure("fill_entities_per_s", entities / seconds);
  }
}
