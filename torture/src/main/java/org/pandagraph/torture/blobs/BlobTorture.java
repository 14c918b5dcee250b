/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;
import org.pandagraph.torture.Neo4jUnderTest;

/**
 * Rounds of a write load during which a server is killed; after each, what was acknowledged has to
 * be there, with its contents. Not thread-safe.
 */
final class BlobTorture {
  private static final int WRITERS = 4;
  private static final int SHORTEST_LOAD_MILLIS = 300;
  private static final int LONGEST_LOAD_MILLIS = 5_000;
  private static final long WRITES_RESUME_WITHIN_MILLIS = 120_000;
  private static final long COLLECT_EVERY_MILLIS = 200;
  private static final int LAST_COLLECTIONS = 20;

  /** What is killed in a round. */
  enum Victim {
    NEO4J,
    STORE,
    BOTH
  }

  private final Neo4jUnderTest neo4j;
  private final StoreUnderTest store;
  private final long seed;
  private final Random random;
  private final Consumer<String> out;
  private final Expectations expectations = new Expectations();
  private final Findings findings = new Findings();
  private final List<Victim> next = new ArrayList<>();

  BlobTorture(Neo4jUnderTest neo4j, StoreUnderTest store, long seed, Consumer<String> out) {
    this.neo4j = neo4j;
    this.store = store;
    this.seed = seed;
    this.random = new Random(seed);
    this.out = out;
  }

  /** Runs so many rounds, then collects, and says what was found. */
  Findings run(int rounds) throws IOException, InterruptedException {
    schema();
    for (int round = 1; round <= rounds; round++) {
      Victim victim = victim();
      out.accept(round(round, rounds, victim));
    }
    collect();
    return findings;
  }

  private void schema() {
    try (Session session = neo4j.driver().session()) {
      session.run("CREATE CONSTRAINT FOR (n:Slot) REQUIRE n.slot IS UNIQUE").consume();
    }
  }

  /** Each kind once, in an order by chance, then again. */
  private Victim victim() {
    if (!store.isServer()) {
      return Victim.NEO4J;
    }
    if (next.isEmpty()) {
      next.addAll(List.of(Victim.values()));
      Collections.shuffle(next, random);
    }
    return next.remove(next.size() - 1);
  }

  private String round(int round, int rounds, Victim victim)
      throws IOException, InterruptedException {
    AtomicBoolean stop = new AtomicBoolean();
    List<Writer> writers = new ArrayList<>();
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(WRITERS + 1);
    try {
      for (int i = 0; i < WRITERS; i++) {
        Writer writer =
            new Writer(i, neo4j.driver(), expectations, seed + 1_000_003L * round, stop);
        writers.add(writer);
        threads.execute(writer);
      }
      threads.scheduleWithFixedDelay(
          this::collectDuringLoad, 0, COLLECT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      Thread.sleep(
          SHORTEST_LOAD_MILLIS + random.nextInt(LONGEST_LOAD_MILLIS - SHORTEST_LOAD_MILLIS));
      strike(victim);
      awaitNewWrites(writers);
    } finally {
      stop.set(true);
      threads.shutdown();
    }
    if (!threads.awaitTermination(3, TimeUnit.MINUTES)) {
      throw new IllegalStateException("a writer hangs");
    }
    long acknowledged = writers.stream().mapToLong(Writer::acknowledged).sum();
    long refused = writers.stream().mapToLong(Writer::refused).sum();
    findings.round(acknowledged);
    String verdict = verify();
    return String.format(
        "    round %d of %d: %s killed, %d writes acknowledged, %d refused or cut off; %s",
        round,
        rounds,
        victim.name().toLowerCase(java.util.Locale.ROOT),
        acknowledged,
        refused,
        verdict);
  }

  private void strike(Victim victim) throws IOException, InterruptedException {
    if (victim != Victim.NEO4J) {
      store.kill();
    }
    if (victim != Victim.STORE) {
      neo4j.kill();
    }
    // Neo4j has to start without its store as well, and find it when it comes.
    boolean neo4jFirst = random.nextBoolean();
    if (victim != Victim.STORE && neo4jFirst) {
      neo4j.restart();
    }
    if (victim != Victim.NEO4J) {
      store.restart();
    }
    if (victim != Victim.STORE && !neo4jFirst) {
      neo4j.restart();
    }
  }

  /** Each writer gets a change through again. */
  private static void awaitNewWrites(List<Writer> writers) throws InterruptedException {
    long[] before = writers.stream().mapToLong(Writer::acknowledged).toArray();
    long end = System.currentTimeMillis() + WRITES_RESUME_WITHIN_MILLIS;
    for (int i = 0; i < before.length; i++) {
      while (writers.get(i).acknowledged() == before[i]) {
        if (System.currentTimeMillis() > end) {
          throw new IllegalStateException(
              "no write went through within "
                  + WRITES_RESUME_WITHIN_MILLIS / 1_000
                  + " s after the servers were back");
        }
        Thread.sleep(20);
      }
    }
  }

  /** Collections run into the kills, too. */
  private void collectDuringLoad() {
    try (Session session = neo4j.driver().session()) {
      session.run(BlobProcedures.COLLECT).consume();
    } catch (Neo4jException killed) {
      // The next one may get through.
    }
  }

  private String verify() {
    Map<String, SlotState> found = found(neo4j.driver());
    Map<String, String> lost = expectations.settle(found);
    List<String> dangling = BlobProcedures.damage(neo4j.driver());
    findings.lost(lost);
    findings.dangling(dangling);
    long references = found.values().stream().mapToLong(state -> state.digests().size()).sum();
    return String.format(
        "%d references read, lost %d, dangling %d", references, lost.size(), dangling.size());
  }

  private static Map<String, SlotState> found(Driver driver) {
    Map<String, SlotState> found = new HashMap<>();
    try (Session session = driver.session()) {
      for (Record row :
          session
              .run("MATCH (n:Slot) RETURN n.slot AS slot, n.photo AS photo, n.album AS album")
              .list()) {
        found.put(row.get("slot").asString(), SlotState.of(row));
      }
    }
    return found;
  }

  private void collect() throws InterruptedException {
    long orphans = 0;
    for (int i = 0; i < LAST_COLLECTIONS; i++) {
      try (Session session = neo4j.driver().session()) {
        session.run(BlobProcedures.COLLECT).consume();
      }
      orphans = BlobProcedures.orphans(neo4j.driver());
      if (orphans == 0) {
        break;
      }
      Thread.sleep(1_000);
    }
    findings.orphans(orphans);
  }
}
