/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consumers that are busy, down, broken, or refuse what is in an entity. */
class FeedFaultsTest {
  @TempDir Path folder;

  private MapConsumer consumer;
  private FeedDbms dbms;

  @BeforeEach
  void start() {
    consumer = new MapConsumer(folder.resolve("derived"));
    dbms =
        FeedDbms.start(
            folder.resolve("home"), consumer, FeedDbms.options().mostParked(40), settings -> {});
    dbms.awaitVisible();
  }

  @AfterEach
  void stop() {
    dbms.close();
  }

  private static boolean isPoison(EntityState state) {
    return state.properties().containsKey("poison");
  }

  /** Refuses what has the property {@code poison}. */
  private static List<Rejection> refusePoison(List<EntityState> states) {
    return states.stream()
        .filter(FeedFaultsTest::isPoison)
        .map(state -> new Rejection(state, "it is poisonous"))
        .toList();
  }

  /** Fails as a whole, as a fault in a program does, where one has the property. */
  private static List<Rejection> failOnPoison(List<EntityState> states) {
    if (states.stream().anyMatch(FeedFaultsTest::isPoison)) {
      throw new IllegalStateException("a fault in the consumer");
    }
    return List.of();
  }

  @Test
  void whatIsBusyIsAskedAgainAndQueriesGoOn() {
    AtomicInteger failures = new AtomicInteger();
    consumer.fault(
        states -> {
          if (failures.incrementAndGet() <= 5) {
            throw new ConsumerException(ConsumerException.Kind.BUSY, "429", null);
          }
          return List.of();
        });
    dbms.rows("UNWIND range(1, 10) AS i CREATE (:P {i: i})");
    dbms.awaitVisible();
    assertThat(consumer.visible()).isEqualTo(dbms.graph());
    assertThat(dbms.feed().status().failures()).isEqualTo(5);
    assertThat(dbms.feed().status().lastError()).contains("429");
    assertThat(dbms.feed().parked()).isEmpty();
  }

  @Test
  void whatIsDownIsWaitedForAndNothingIsLost() {
    consumer.fault(
        states -> {
          throw new ConsumerException(
              ConsumerException.Kind.UNAVAILABLE, "connection refused", null);
        });
    dbms.rows("UNWIND range(1, 10) AS i CREATE (:P {i: i})");
    dbms.until("retrying", () -> dbms.feed().status().failures() >= 3);
    assertThat(dbms.feed().unseen().snapshot().known()).isFalse();
    assertThat(dbms.feed().unseen().snapshot().reason()).contains("connection refused");
    dbms.rows("MATCH (p:P) SET p.i = -p.i");
    assertThat(consumer.visible()).isEmpty();
    consumer.fault(null);
    dbms.awaitVisible();
    assertThat(consumer.visible()).isEqualTo(dbms.graph()).hasSize(10);
  }

  @Test
  void whatIsRefusedIsParkedAndStaysUnseenUntilItChanges() {
    consumer.fault(FeedFaultsTest::refusePoison);
    dbms.rows("UNWIND range(1, 100) AS i CREATE (:P {i: i})");
    // Before it is poisoned: what is applied is the present state, whichever commit made it.
    dbms.awaitVisible();
    dbms.rows("MATCH (p:P {i: 50}) SET p.poison = 1");
    dbms.rows("MATCH (p:P {i: 51}) SET p.j = 1");
    dbms.awaitVisible();
    long poisoned = (long) dbms.rows("MATCH (p:P {i: 50}) RETURN id(p) AS id").get(0).get("id");
    assertThat(dbms.feed().parked()).hasSize(1);
    assertThat(dbms.feed().parked().get(0).id()).isEqualTo(poisoned);
    assertThat(dbms.feed().parked().get(0).reason()).isEqualTo("it is poisonous");
    assertThat(dbms.feed().status().parked()).isEqualTo(1);
    assertThat(dbms.feed().status().lastError().orElseThrow()).contains("it is poisonous");
    UnseenChanges.Snapshot snapshot = dbms.feed().unseen().snapshot();
    assertThat(snapshot.known()).isTrue();
    assertThat(snapshot.nodes()).containsExactly(poisoned);
    assertThat(snapshot.lasting().nodes()).containsExactly(poisoned);
    assertThat(snapshot.lagMillis()).isZero();
    assertThat(consumer.visible()).hasSize(100);

    dbms.rows("MATCH (p:P {i: 50}) REMOVE p.poison SET p.i = 500");
    dbms.awaitVisible();
    dbms.until("empty", () -> dbms.feed().unseen().snapshot().nodes().length == 0);
    assertThat(dbms.feed().parked()).isEmpty();
    assertThat(consumer.visible()).isEqualTo(dbms.graph());
  }

  @Test
  void theParkedAreKnownAfterARestartAndRetriedWhenTold() {
    consumer.fault(FeedFaultsTest::refusePoison);
    dbms.rows("UNWIND range(1, 10) AS i CREATE (:P {i: i})-[:R {poison: i}]->(:Q)");
    dbms.awaitVisible();
    assertThat(dbms.feed().parked()).hasSize(10);
    dbms.stop();
    consumer = new MapConsumer(folder.resolve("derived"));
    dbms = FeedDbms.start(folder.resolve("home"), consumer);
    dbms.awaitVisible();
    assertThat(dbms.feed().parked()).hasSize(10);
    assertThat(dbms.feed().unseen().snapshot().relationships()).hasSize(10);
    assertThat(consumer.visible()).hasSize(20);
    dbms.feed().retryParked();
    dbms.until("empty", () -> dbms.feed().unseen().snapshot().relationships().length == 0);
    assertThat(dbms.feed().parked()).isEmpty();
    assertThat(consumer.visible()).isEqualTo(dbms.graph()).hasSize(30);
  }

  @Test
  void whatFailsAloneIsFoundAndParked() {
    consumer.fault(FeedFaultsTest::failOnPoison);
    dbms.rows(
        "UNWIND range(1, 1000) AS i CREATE (p:P {i: i}) WITH p WHERE p.i IN [1, 500, 1000]"
            + " SET p.poison = true");
    dbms.awaitVisible();
    assertThat(dbms.feed().parked()).hasSize(3);
    assertThat(dbms.feed().unseen().snapshot().nodes()).hasSize(3);
    assertThat(consumer.visible()).hasSize(997);
    dbms.rows("CREATE (:P {poison: 1}), (:P {poison: 2})");
    dbms.awaitVisible();
    assertThat(dbms.feed().parked()).hasSize(5);
    dbms.rows("MATCH (p:P) WHERE p.poison IS NOT NULL DELETE p");
    dbms.awaitVisible();
    dbms.until("empty", () -> dbms.feed().unseen().snapshot().nodes().length == 0);
    assertThat(dbms.feed().parked()).isEmpty();
    assertThat(consumer.visible()).isEqualTo(dbms.graph());
  }

  @Test
  void moreThanCanBeParkedIsAFaultOfTheConsumer() {
    consumer.fault(FeedFaultsTest::refusePoison);
    dbms.rows("UNWIND range(1, 41) AS i CREATE (:P {poison: i})");
    dbms.until("failing", () -> dbms.feed().status().failures() >= 2);
    dbms.until("unknown", () -> !dbms.feed().unseen().snapshot().known());
    assertThat(dbms.feed().unseen().snapshot().reason()).contains("more than 40 entities");
    consumer.fault(null);
    dbms.awaitVisible();
    dbms.until("empty", () -> dbms.feed().unseen().snapshot().nodes().length == 0);
    assertThat(consumer.visible()).isEqualTo(dbms.graph()).hasSize(41);
  }

  @Test
  void lostDataIsRebuilt() {
    dbms.rows("UNWIND range(1, 100) AS i CREATE (:P {i: i})");
    dbms.awaitVisible();
    long rebuilds = dbms.feed().status().rebuilds();
    AtomicInteger failures = new AtomicInteger();
    consumer.fault(
        states -> {
          if (failures.getAndIncrement() == 0) {
            throw new ConsumerException(ConsumerException.Kind.LOST, "the index is gone", null);
          }
          return List.of();
        });
    dbms.rows("MATCH (p:P) SET p.i = -p.i");
    dbms.awaitVisible();
    assertThat(dbms.feed().status().rebuilds()).isEqualTo(rebuilds + 1);
    assertThat(consumer.visible()).isEqualTo(dbms.graph());
  }

  @Test
  void aRebuildOutlivesFailures() {
    consumer.fault(FeedFaultsTest::refusePoison);
    dbms.rows(
        "UNWIND range(1, 100) AS i CREATE (p:P {i: i}) WITH p WHERE p.i = 1 SET p.poison = 1");
    dbms.awaitVisible();
    AtomicInteger failures = new AtomicInteger();
    consumer.rebuildFault(
        states -> {
          if (failures.getAndIncrement() < 3) {
            throw new ConsumerException(ConsumerException.Kind.UNAVAILABLE, "503", null);
          }
          return refusePoison(states);
        });
    long rebuilds = dbms.feed().status().rebuilds();
    dbms.feed().rebuild();
    dbms.until("rebuilt", () -> dbms.feed().status().rebuilds() == rebuilds + 1);
    dbms.awaitVisible();
    assertThat(dbms.feed().parked()).hasSize(1);
    assertThat(dbms.feed().unseen().snapshot().nodes()).hasSize(1);
    assertThat(consumer.visible()).hasSize(99);
  }
}
