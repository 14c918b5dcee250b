/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.gateway;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.pandagraph.benchmarks.BenchmarkReport;

/**
 * A content as a blob against the same bytes as a {@code byte[]} property, over Bolt: putting it,
 * getting it, and a scan of nodes that does not touch it.
 */
final class ByteArrayComparison {
  private static final int KIB = 1024;
  private static final int SCANNED_NODES = 4_000;

  private final Driver driver;
  private final BenchmarkReport report;
  private final Random random = new Random(1);

  ByteArrayComparison(Driver driver, BenchmarkReport report) {
    this.driver = driver;
    this.report = report;
  }

  void measure() throws Exception {
    try (Session session = driver.session()) {
      put(session, "10kib", 10 * KIB, 400);
      put(session, "1mib", KIB * KIB, 60);
      get(session, "10kib", 10 * KIB, 2_000);
      get(session, "1mib", KIB * KIB, 200);
      scan(session);
    }
  }

  private byte[] fresh(int length) {
    byte[] content = new byte[length];
    random.nextBytes(content);
    return content;
  }

  private static long run(Session session, String query, Map<String, Object> parameters) {
    return Medians.time(() -> session.run(query, parameters).consume());
  }

  private void put(Session session, String size, int length, int rounds) throws Exception {
    Medians medians =
        Medians.of(
            rounds,
            () -> run(session, "CREATE (:Put {c: Blob.fromBytes($c)})", Map.of("c", fresh(length))),
            () -> run(session, "CREATE (:Put {c: $c})", Map.of("c", fresh(length))));
    say("put", size, medians);
    session.run("MATCH (n:Put) DELETE n").consume();
  }

  private void get(Session session, String size, int length, int rounds) throws Exception {
    byte[] content = fresh(length);
    Map<String, Object> parameter = Map.of("c", content);
    session.run("CREATE (:Get {blob: Blob.fromBytes($c), bytes: $c})", parameter).consume();
    Medians medians =
        Medians.of(
            rounds,
            () -> read(session, "MATCH (n:Get) RETURN Blob.toBytes(n.blob)", length),
            () -> read(session, "MATCH (n:Get) RETURN n.bytes", length));
    say("get", size, medians);
    session.run("MATCH (n:Get) DELETE n").consume();
  }

  private static long read(Session session, String query, int length) {
    return Medians.time(
        () -> {
          if (session.run(query).single().get(0).asByteArray().length != length) {
            throw new IllegalStateException("another length");
          }
        });
  }

  /** Two labels, alike but for where the bytes are. */
  private void scan(Session session) throws Exception {
    for (int i = 0; i < SCANNED_NODES; i++) {
      Map<String, Object> parameters = Map.of("i", i, "c", fresh(10 * KIB));
      session.run("CREATE (:InGraph {i: $i, c: $c})", parameters).consume();
      session.run("CREATE (:AsBlob {i: $i, c: Blob.fromBytes($c)})", parameters).consume();
    }
    Medians medians =
        Medians.of(
            200,
            () -> run(session, "MATCH (n:AsBlob) WHERE n.i >= 0 RETURN sum(n.i)", Map.of()),
            () -> run(session, "MATCH (n:InGraph) WHERE n.i >= 0 RETURN sum(n.i)", Map.of()));
    say("scan", "4000_nodes", medians);
  }

  private void say(String what, String size, Medians medians) {
    report
        .ratio(what + "_panda_over_neo4j_bytes_" + size, medians.speed())
        .figure(what + "_panda_" + size + "_ms", medians.oursMillis())
        .figure(what + "_neo4j_bytes_" + size + "_ms", medians.theirsMillis());
    System.out.printf(
        Locale.ROOT,
        "    %s %s: blob %.3f ms, byte[] property %.3f ms, %.2f times its speed%n",
        what,
        size,
        medians.oursMillis(),
        medians.theirsMillis(),
        medians.speed());
  }
}
