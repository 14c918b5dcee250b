/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/**
 * What queries rely on: whatever a client was told is committed is either in the data that is read
 * after the snapshot, or in the snapshot, or the snapshot is not known. Meanwhile the consumer
 * fails, is paused and rebuilt.
 */
class UnseenChangesTest {
  private static final int NODES = 200;
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  @TempDir Path folder;

  private final AtomicLongArray committed = new AtomicLongArray(NODES);
  private final long[] ids = new long[NODES];
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong knownReads = new AtomicLong();

  @Test
  void noCommittedChangeIsMissedBetweenTheDataAndTheSet() throws Exception {
    System.out.println("UnseenChangesTest -Dtests.seed=" + SEED);
    MapConsumer consumer = new MapConsumer(folder.resolve("derived"));
    AtomicInteger calls = new AtomicInteger();
    FeedOptions options = FeedDbms.options().mostUnseen(80).batches(20, 1 << 20);
    try (FeedDbms dbms = FeedDbms.start(folder.resolve("home"), consumer, options, s -> {})) {
      try (Transaction tx = dbms.database().beginTx()) {
        for (int i = 0; i < NODES; i++) {
          var node = tx.createNode();
          node.setProperty("v", 0L);
          ids[i] = node.getId();
        }
        tx.commit();
      }
      dbms.awaitVisible();
      consumer.fault(
          states -> {
            if (calls.incrementAndGet() % 50 == 0) {
              throw new ConsumerException(ConsumerException.Kind.BUSY, "busy", null);
            }
            return List.of();
          });
      ExecutorService threads = Executors.newCachedThreadPool();
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < 2; t++) {
        int thread = t;
        all.add(threads.submit(() -> write(dbms, new Random(SEED + thread), thread)));
        all.add(threads.submit(() -> read(dbms, consumer)));
      }
      Random random = new Random(SEED);
      for (int i = 0; i < 6; i++) {
        Thread.sleep(200 + random.nextInt(300));
        if (i % 2 == 0) {
          dbms.feed().pause();
          Thread.sleep(random.nextInt(100));
          dbms.feed().resume();
        } else {
          dbms.feed().rebuild();
        }
      }
      over.set(true);
      for (Future<?> one : all) {
        one.get();
      }
      threads.shutdown();
      dbms.awaitVisible();
      assertThat(consumer.visible()).isEqualTo(dbms.graph());
      System.out.printf(
          "UnseenChangesTest: %d reads, %d of them known%n", reads.get(), knownReads.get());
      assertThat(knownReads).hasPositiveValue();
    }
  }

  /** Each thread writes nodes of its own, so that what is committed is known. */
  private Void write(FeedDbms dbms, Random random, int thread) throws InterruptedException {
    while (!over.get()) {
      // The feed has to come along now and then: what is not known tests nothing.
      Thread.sleep(random.nextInt(4));
      int size = random.nextInt(40) == 0 ? 90 : 1 + random.nextInt(3);
      Map<Integer, Long> written = new java.util.HashMap<>();
      boolean rollBack = random.nextInt(10) == 0;
      try (Transaction tx = dbms.database().beginTx()) {
        for (int i = 0; i < size; i++) {
          int index = 2 * random.nextInt(NODES / 2) + thread;
          long value = committed.get(index) + 1;
          tx.getNodeById(ids[index]).setProperty("v", value);
          written.put(index, value);
        }
        if (rollBack) {
          tx.rollback();
          continue;
        }
        tx.commit();
      }
      written.forEach(committed::set);
    }
    return null;
  }

  private Void read(FeedDbms dbms, MapConsumer consumer) {
    while (!over.get()) {
      long[] before = new long[NODES];
      for (int i = 0; i < NODES; i++) {
        before[i] = committed.get(i);
      }
      UnseenChanges.Snapshot snapshot = dbms.feed().unseen().snapshot();
      reads.incrementAndGet();
      if (snapshot.known()) {
        knownReads.incrementAndGet();
        for (int i = 0; i < NODES; i++) {
          if (!snapshot.containsNode(ids[i])) {
            String text = consumer.visible(EntityKind.NODE, ids[i]);
            long seen = Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
            assertThat(seen).as("node %d", ids[i]).isGreaterThanOrEqualTo(before[i]);
          }
        }
      }
    }
    return null;
  }
}
