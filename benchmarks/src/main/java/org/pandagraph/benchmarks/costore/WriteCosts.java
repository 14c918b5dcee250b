/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import java.util.Arrays;
import java.util.Map;
import org.neo4j.driver.Session;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.benchmarks.servers.SharedJvm;
import org.pandagraph.benchmarks.servers.Spread;

/** What a commit costs with the co-store and without, and a read that must see it at once. */
final class WriteCosts {
  private static final String WRITE =
      "CREATE (n:person {personId: $id, nameEn: 'Ada Walker', nationality: $country, citations:"
          + " $citations})";
  private static final String READ =
      "MATCH (n:person) WHERE n.nationality = $country AND n.citations = $citations"
          + " RETURN count(n) AS n";

  /** No one of the graph is of it. */
  private static final String COUNTRY = "Atlantis";

  private final SharedJvm servers;
  private final int writes;

  /**
   * @param writes commits on each side
   */
  WriteCosts(SharedJvm servers, int writes) {
    this.servers = servers;
    this.writes = writes;
  }

  void run(BenchmarkReport report) {
    write(writes / 10, 0);
    double[][] micros = write(writes, writes);
    double off = Spread.of(micros[0]).median();
    double on = Spread.of(micros[1]).median();
    report
        .ratio("write_on_over_off", on / off)
        .figure("write_on_us", on)
        .figure("write_off_us", off);
    strongReads(report);
  }

  /** Both sides in turns; times in microseconds, without the co-store first. */
  private double[][] write(int count, int from) {
    double[][] micros = new double[2][count];
    Session[] sessions = {servers.session(Side.PLAIN.name()), servers.session(Side.PANDA.name())};
    for (int i = 0; i < count; i++) {
      for (int turn = 0; turn < 2; turn++) {
        int side = (turn + i) % 2;
        long start = System.nanoTime();
        sessions[side].run(WRITE, values(from + i)).consume();
        micros[side][i] = (System.nanoTime() - start) / 1e3;
      }
    }
    return micros;
  }

  private void strongReads(BenchmarkReport report) {
    Session session = servers.session(Side.PANDA.name());
    double[] millis = new double[writes / 4];
    for (int i = 0; i < millis.length; i++) {
      Map<String, Object> values = values(10 * writes + i);
      session.run(WRITE, values).consume();
      long start = System.nanoTime();
      long found = session.run(READ, values).single().get("n").asLong();
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (found != 1) {
        throw new IllegalStateException("a read right after its write saw " + found + " nodes");
      }
    }
    Arrays.sort(millis);
    report
        .figure("strong_read_median_ms", Spread.of(millis).median())
        .figure("strong_read_p99_ms", millis[(int) (millis.length * 0.99)]);
  }

  private static Map<String, Object> values(int i) {
    return Map.of("id", "new" + i, "country", COUNTRY, "citations", i);
  }
}
