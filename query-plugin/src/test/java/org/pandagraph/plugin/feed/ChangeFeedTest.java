/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;
import org.pandagraph.plugin.PandaExtension;
import org.pandagraph.plugin.RunningDbms;

/** A consumer's data while its database runs, is restarted, and while it is told to wait. */
class ChangeFeedTest {
  @TempDir Path folder;

  private MapConsumer consumer() {
    return new MapConsumer(folder.resolve("derived"));
  }

  @Test
  void theDataBecomesTheGraph() {
    MapConsumer consumer = consumer();
    try (FeedDbms dbms = FeedDbms.start(folder.resolve("home"), consumer)) {
      dbms.rows(
          "UNWIND range(1, 3000) AS i CREATE (:P:Q {i: i, s: 'text ' + i})-[:R {i: i}]->(:O)");
      dbms.rows("MATCH (p:P) WHERE p.i % 3 = 0 SET p.i = 'three' REMOVE p:Q");
      dbms.rows("MATCH (p:P)-[r]->() WHERE r.i % 7 = 0 SET r.i = null");
      dbms.rows("MATCH (p:P) WHERE p.i = 5 DETACH DELETE p");
      dbms.awaitVisible();
      assertThat(consumer.visible()).isEqualTo(dbms.graph()).hasSize(8998);
      assertThat(dbms.feed().status().state()).isEqualTo(FeedStatus.State.FOLLOWING);
      assertThat(dbms.feed().status().lagTransactions()).isZero();
      assertThat(dbms.feed().status().applied()).isGreaterThanOrEqualTo(9000);
    }
    assertThat(consumer.closed).isTrue();
  }

  @Test
  void aRestartGoesOnWhereItWas() {
    MapConsumer consumer = consumer();
    FeedDbms first = FeedDbms.start(folder.resolve("home"), consumer);
    first.rows("UNWIND range(1, 100) AS i CREATE (:P {i: i})");
    first.awaitVisible();
    first.rows("MATCH (p:P) SET p.i = -p.i");
    first.stop();
    MapConsumer again = consumer();
    try (FeedDbms second = FeedDbms.start(folder.resolve("home"), again)) {
      second.awaitVisible();
      assertThat(again.visible()).isEqualTo(second.graph()).hasSize(100);
      assertThat(second.feed().status().rebuilds()).isZero();
    }
  }

  @Test
  void whatWasCommittedWithoutTheFeedIsUnseenFromTheFirstMoment() {
    FeedDbms first = FeedDbms.start(folder.resolve("home"), consumer());
    long id = (long) first.rows("CREATE (p:P {i: 1}) RETURN id(p) AS id").get(0).get("id");
    first.awaitVisible();
    first.stop();
    RunningDbms without = RunningDbms.startIn(folder.resolve("home"), settings -> {});
    without.rows("MATCH (p:P) SET p.i = 2");
    without.stop();
    MapConsumer consumer = consumer();
    CountDownLatch goOn = new CountDownLatch(1);
    consumer.fault(
        states -> {
          await(goOn);
          return List.of();
        });
    try (FeedDbms second = FeedDbms.start(folder.resolve("home"), consumer)) {
      second.until("known", () -> second.feed().unseen().snapshot().known());
      assertThat(second.feed().unseen().snapshot().nodes()).containsExactly(id);
      assertThat(second.feed().unseen().snapshot().lagMillis()).isPositive();
      goOn.countDown();
      second.awaitVisible();
      assertThat(consumer.visible()).isEqualTo(second.graph());
      assertThat(second.feed().unseen().snapshot().nodes()).isEmpty();
    }
  }

  @Test
  void aTransactionIsUnseenFromBeforeItsCommitUntilItIsVisibleAndOnlyIfItCommits() {
    MapConsumer consumer = consumer();
    try (FeedDbms dbms = FeedDbms.start(folder.resolve("home"), consumer)) {
      dbms.rows("CREATE (:P {i: 1})-[:R]->(:P {i: 2})");
      dbms.awaitVisible();
      pause(dbms);
      dbms.rows("MATCH (p:P {i: 1}) SET p.j = 1");
      dbms.rows("MATCH ()-[r:R]->() SET r.j = 1");
      UnseenChanges.Snapshot snapshot = dbms.feed().unseen().snapshot();
      assertThat(snapshot.known()).isTrue();
      assertThat(snapshot.nodes()).hasSize(1);
      assertThat(snapshot.relationships()).hasSize(1);
      assertThat(snapshot.containsNode(snapshot.nodes()[0])).isTrue();
      assertThat(snapshot.containsRelationship(snapshot.relationships()[0])).isTrue();
      try (Transaction tx = dbms.database().beginTx()) {
        tx.execute("MATCH (p:P) SET p.i = 0").close();
        tx.rollback();
      }
      assertThat(dbms.feed().unseen().snapshot().nodes()).hasSize(1);
      dbms.feed().resume();
      dbms.awaitVisible();
      assertThat(dbms.feed().unseen().snapshot().nodes()).isEmpty();
      assertThat(consumer.visible()).isEqualTo(dbms.graph());
    }
  }

  @Test
  void aPauseLastsAndTooManyUnseenChangesAreUnknown() {
    MapConsumer consumer = consumer();
    try (FeedDbms dbms =
        FeedDbms.start(
            folder.resolve("home"), consumer, FeedDbms.options().mostUnseen(50), s -> {})) {
      dbms.awaitVisible();
      pause(dbms);
      dbms.rows("UNWIND range(1, 50) AS i CREATE (:P {i: i})");
      assertThat(dbms.feed().unseen().snapshot().known()).isTrue();
      assertThat(dbms.feed().unseen().snapshot().nodes()).hasSize(50);
      dbms.rows("CREATE (:P)");
      assertThat(dbms.feed().unseen().snapshot().known()).isFalse();
      assertThat(dbms.feed().unseen().snapshot().reason()).contains("50 changed entities");
      assertThat(consumer.visible()).isEmpty();
      assertThat(dbms.feed().status().state()).isEqualTo(FeedStatus.State.PAUSED);
      assertThat(dbms.feed().status().lagTransactions()).isPositive();
      dbms.feed().resume();
      dbms.awaitVisible();
      assertThat(consumer.visible()).isEqualTo(dbms.graph()).hasSize(51);
      dbms.rows("UNWIND range(1, 500) AS i CREATE (:P {i: i})");
      dbms.awaitVisible();
      assertThat(consumer.visible()).isEqualTo(dbms.graph()).hasSize(551);
    }
  }

  @Test
  void aBacklogBeyondTheBoundAtStartIsUnknownUntilItIsApplied() {
    FeedDbms first = FeedDbms.start(folder.resolve("home"), consumer());
    first.rows("CREATE (:P)");
    first.awaitVisible();
    first.stop();
    RunningDbms without = RunningDbms.startIn(folder.resolve("home"), settings -> {});
    for (int i = 0; i < 30; i++) {
      without.rows("UNWIND range(1, 10) AS i CREATE (:P {i: i})");
    }
    without.stop();
    MapConsumer consumer = consumer();
    CountDownLatch goOn = new CountDownLatch(1);
    consumer.fault(
        states -> {
          await(goOn);
          return List.of();
        });
    try (FeedDbms second =
        FeedDbms.start(
            folder.resolve("home"), consumer, FeedDbms.options().mostUnseen(100), s -> {})) {
      second.until("applying", () -> second.feed().status().state() == FeedStatus.State.FOLLOWING);
      assertThat(second.feed().unseen().snapshot().known()).isFalse();
      goOn.countDown();
      second.awaitVisible();
      assertThat(consumer.visible()).isEqualTo(second.graph()).hasSize(301);
    }
  }

  @Test
  void batchesAreBoundedByEntitiesAndBytes() {
    MapConsumer consumer = consumer();
    try (FeedDbms dbms =
        FeedDbms.start(
            folder.resolve("home"), consumer, FeedDbms.options().batches(100, 50_000), s -> {})) {
      dbms.awaitVisible();
      dbms.rows("UNWIND range(1, 1050) AS i CREATE (:P {i: i})");
      dbms.awaitVisible();
      assertThat(consumer.largestBatch).isEqualTo(100);
      dbms.rows(
          "UNWIND range(1, 50) AS i CREATE (:Big {s: reduce(s = '', x IN range(1, 1000) | s + 'ten"
              + " chars ')})");
      dbms.awaitVisible();
      // The last state of a batch may go beyond the bound.
      assertThat(consumer.largestBytes).isBetween(50_000L, 50_000L + 25_000);
      assertThat(consumer.visible()).isEqualTo(dbms.graph()).hasSize(1100);
    }
  }

  @Test
  void eachConsumerGoesAtItsOwnPace() {
    MapConsumer quick = new MapConsumer("quick", folder.resolve("quick"));
    MapConsumer slow = new MapConsumer("slow", folder.resolve("slow"));
    CountDownLatch goOn = new CountDownLatch(1);
    try (FeedDbms dbms =
        FeedDbms.start(
            folder.resolve("home"),
            List.of(
                new ChangeConsumerFactory.Registration(quick, FeedDbms.options()),
                new ChangeConsumerFactory.Registration(slow, FeedDbms.options())),
            settings -> {})) {
      ConsumerFeed slowFeed = dbms.databaseFeed().consumer("slow").orElseThrow();
      dbms.awaitVisible(slowFeed);
      slow.fault(
          states -> {
            await(goOn);
            return List.of();
          });
      dbms.rows("UNWIND range(1, 100) AS i CREATE (:P {i: i})");
      dbms.awaitVisible(dbms.databaseFeed().consumer("quick").orElseThrow());
      assertThat(quick.visible()).isEqualTo(dbms.graph());
      assertThat(slow.visible()).isEmpty();
      goOn.countDown();
      dbms.awaitVisible(slowFeed);
      assertThat(slow.visible()).isEqualTo(dbms.graph());
    }
  }

  @Test
  void withoutAConsumerThereIsNoFeedAndNoThread() {
    try (FeedDbms dbms = FeedDbms.start(folder.resolve("home"), List.of(), settings -> {})) {
      dbms.rows("CREATE (:P)");
      assertThat(dbms.server().component(PandaExtension.class).feeds().of("neo4j"))
          .isEqualTo(Optional.empty());
      Map<Boolean, List<String>> names =
          Thread.getAllStackTraces().keySet().stream()
              .map(Thread::getName)
              .collect(Collectors.partitioningBy(name -> name.startsWith("panda-feed")));
      assertThat(names.get(true)).isEmpty();
    }
  }

  static void pause(FeedDbms dbms) {
    dbms.feed().pause();
    dbms.until("paused", () -> dbms.feed().status().state() == FeedStatus.State.PAUSED);
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
