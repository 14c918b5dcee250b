/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Rounds of a write load during which something happens to the servers; after each, the co-store
 * has to catch up, and to hold what was acknowledged. Not thread-safe.
 */
final class CoStoreTorture {
  private static final int WRITERS = 3;
  private static final int SHORTEST_LOAD_MILLIS = 500;
  private static final int LONGEST_LOAD_MILLIS = 4_000;
  private static final int LOAD_AFTER_MILLIS = 500;
  private static final Duration CATCHES_UP_WITHIN = Duration.ofMinutes(3);

  /** Answered by the co-store alone, as it is. */
  private static final TransactionConfig FROM_THE_STORE =
      TransactionConfig.builder().withMetadata(Map.of("panda.consistency", "eventual")).build();

  private final ServersUnderTest servers;
  private final long seed;
  private final Random random;
  private final Consumer<String> out;
  private final TortureFindings findings = new TortureFindings();
  private final List<Fault> next = new ArrayList<>();

  CoStoreTorture(ServersUnderTest servers, long seed, Consumer<String> out) {
    this.servers = servers;
    this.seed = seed;
    this.random = new Random(seed);
    this.out = out;
  }

  /** Runs so many rounds and says what was found. */
  TortureFindings run(int rounds) throws IOException, InterruptedException {
    for (int round = 1; round <= rounds; round++) {
      if (next.isEmpty()) {
        // Each once, in an order by chance, then again.
        next.addAll(List.of(Fault.values()));
        Collections.shuffle(next, random);
      }
      Fault fault = next.remove(next.size() - 1);
      out.accept(
          String.format(
              "    round %d of %d: %s; %s",
              round,
              rounds,
              fault.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              round(round, fault)));
    }
    return findings;
  }

  private String round(int round, Fault fault) throws IOException, InterruptedException {
    List<MarkingWriter> writers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      MarkingWriter writer = new MarkingWriter(servers.driver(), seed + 1_000_003L * round + i);
      writers.add(writer);
      threads.add(new Thread(writer, "writer-" + i));
    }
    threads.forEach(Thread::start);
    try {
      Thread.sleep(
          SHORTEST_LOAD_MILLIS + random.nextInt(LONGEST_LOAD_MILLIS - SHORTEST_LOAD_MILLIS));
      servers.strike(fault, random);
      Thread.sleep(LOAD_AFTER_MILLIS);
    } finally {
      writers.forEach(MarkingWriter::end);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    List<Long> marks = new ArrayList<>();
    writers.forEach(writer -> marks.addAll(writer.acknowledged()));
    long start = System.nanoTime();
    awaitCaughtUp();
    double seconds = (System.nanoTime() - start) / 1e9;
    long missing = marks.size() - found(marks);
    List<String> differences = differences();
    findings.round(marks.size(), missing, differences);
    return String.format(
        Locale.ROOT,
        "%d changes acknowledged, caught up in %.1f s, missing %d, parity differences %d",
        marks.size(),
        seconds,
        missing,
        differences.size());
  }

  private void awaitCaughtUp() throws InterruptedException {
    long end = System.nanoTime() + CATCHES_UP_WITHIN.toNanos();
    String last = "no answer";
    while (System.nanoTime() < end) {
      try (Session session = servers.driver().session()) {
        Record status = session.run("CALL panda.costore.status()").single();
        if (status.get("state").asString().equals("LIVE")
            && status.get("lagTransactions").asLong() == 0) {
          return;
        }
        last = status.asMap().toString();
      } catch (Neo4jException e) {
        last = e.getMessage();
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException(
        "the co-store did not catch up within " + CATCHES_UP_WITHIN + ": " + last);
  }

  private long found(List<Long> marks) {
    try (Session session = servers.driver().session()) {
      return session.readTransaction(
          transaction ->
              transaction
                  .run(
                      "MATCH (m:Mark) WHERE m.n IN $marks RETURN count(m) AS found",
                      Map.of("marks", marks))
                  .single()
                  .get("found")
                  .asLong(),
          FROM_THE_STORE);
    }
  }

  private List<String> differences() {
    List<String> differences = new ArrayList<>();
    try (Session session = servers.driver().session()) {
      List<Record> rows = session.run("CALL panda.costore.check()").list();
      for (Record row : rows) {
        if (!row.get("kind").asString().equals("OK")) {
          differences.add(row.asMap().toString());
        }
      }
    }
    return differences;
  }
}
