/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.impl.transaction.log.checkpoint.CheckPointer;
import org.neo4j.kernel.impl.transaction.log.checkpoint.SimpleTriggerInfo;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.plugin.testing.Neo4jAdmin;

/** Data that is of no use any more, and data that is made anew while it is in use. */
class FeedRebuildTest {
  @TempDir Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  private MapConsumer consumer() {
    return new MapConsumer(folder.resolve("derived"));
  }

  /** A hundred nodes that the consumer knows; the server is stopped. */
  private void prepare() {
    FeedDbms first = FeedDbms.start(home(), consumer());
    first.rows("UNWIND range(1, 100) AS i CREATE (:P {i: i})");
    first.awaitVisible();
    first.stop();
  }

  private void withoutFeed(String... statements) throws IOException {
    RunningDbms dbms = RunningDbms.startIn(home(), FeedRebuildTest::smallLogs);
    for (String statement : statements) {
      dbms.rows(statement);
    }
    checkPoint(dbms);
    dbms.stop();
  }

  /** Where logs are pruned. */
  private static void checkPoint(RunningDbms dbms) throws IOException {
    dbms.component(CheckPointer.class).forceCheckPoint(new SimpleTriggerInfo("test"));
  }

  private static void smallLogs(DatabaseManagementServiceBuilder settings) {
    settings
        .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, 128L * 1024)
        .setConfig(GraphDatabaseSettings.keep_logical_logs, "1 files")
        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false);
  }

  /** Starts, and expects the data to be right after so many rebuilds. */
  private void expect(long rebuilds, int size) {
    MapConsumer consumer = consumer();
    try (FeedDbms dbms = FeedDbms.start(home(), consumer)) {
      dbms.awaitVisible();
      assertThat(dbms.feed().status().rebuilds()).isEqualTo(rebuilds);
      assertThat(consumer.visible()).isEqualTo(dbms.graph()).hasSize(size);
      dbms.rows("MATCH (p:P) WHERE p.i % 2 = 0 SET p.i = 0");
      dbms.awaitVisible();
      assertThat(consumer.visible()).isEqualTo(dbms.graph());
    }
  }

  @Test
  void aPrunedLogIsNoticed() throws IOException {
    prepare();
    String write = "UNWIND range(1, 1000) AS i CREATE (:Q {text: 'some more text for the log'})";
    withoutFeed(write, write, write, write, write);
    try (Stream<Path> logs = Files.list(home().resolve("data/transactions/neo4j"))) {
      assertThat(logs.map(Path::getFileName).map(Path::toString))
          .doesNotContain("neostore.transaction.db.0");
    }
    expect(1, 5100);
  }

  @Test
  void aRotatedLogIsReadThrough() throws IOException {
    prepare();
    RunningDbms dbms =
        RunningDbms.startIn(
            home(),
            settings ->
                settings
                    .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, 128L * 1024)
                    .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false));
    for (int i = 0; i < 5; i++) {
      dbms.rows("UNWIND range(1, 1000) AS i CREATE (:Q {text: 'some more text for the log'})");
    }
    checkPoint(dbms);
    dbms.stop();
    try (Stream<Path> logs = Files.list(home().resolve("data/transactions/neo4j"))) {
      assertThat(logs.filter(log -> log.toString().contains("transaction.db")))
          .hasSizeGreaterThan(3);
    }
    expect(0, 5100);
  }

  @Test
  void aDatabaseThatWasSetBackIsNoticed() throws IOException {
    prepare();
    copy(home().resolve("data"), folder.resolve("backup"));
    FeedDbms later = FeedDbms.start(home(), consumer());
    later.rows("MATCH (p:P) WHERE p.i > 50 DELETE p");
    later.awaitVisible();
    later.stop();
    delete(home().resolve("data"));
    copy(folder.resolve("backup"), home().resolve("data"));
    expect(1, 100);
  }

  @Test
  void aDatabaseThatWasSetBackAndWentOnDifferentlyIsNoticed() throws IOException {
    prepare();
    copy(home().resolve("data"), folder.resolve("backup"));
    FeedDbms later = FeedDbms.start(home(), consumer());
    later.rows("MATCH (p:P) WHERE p.i > 50 DELETE p");
    later.awaitVisible();
    later.stop();
    delete(home().resolve("data"));
    copy(folder.resolve("backup"), home().resolve("data"));
    withoutFeed(
        "MATCH (p:P) WHERE p.i <= 10 DELETE p", "CREATE (:P)", "CREATE (:P)", "CREATE (:P)");
    expect(1, 93);
  }

  @Test
  void aLoadedDumpOfTheSameDatabaseIsNoticed() throws Exception {
    prepare();
    Neo4jAdmin.run(home(), "dump", "--database=neo4j", "--to=" + folder.resolve("neo4j.dump"));
    FeedDbms later = FeedDbms.start(home(), consumer());
    later.rows("MATCH (p:P) WHERE p.i > 50 DELETE p");
    later.awaitVisible();
    later.stop();
    Neo4jAdmin.run(
        home(), "load", "--database=neo4j", "--from=" + folder.resolve("neo4j.dump"), "--force");
    expect(1, 100);
  }

  @Test
  void aDumpThatIsLoadedBeforeAnythingElseIsCommittedNeedsNoRebuild() throws Exception {
    prepare();
    Neo4jAdmin.run(home(), "dump", "--database=neo4j", "--to=" + folder.resolve("neo4j.dump"));
    Neo4jAdmin.run(
        home(), "load", "--database=neo4j", "--from=" + folder.resolve("neo4j.dump"), "--force");
    expect(0, 100);
  }

  @Test
  void anotherStoreIsNoticed() throws IOException {
    prepare();
    delete(home().resolve("data/databases/neo4j"));
    delete(home().resolve("data/transactions/neo4j"));
    withoutFeed("UNWIND range(1, 7) AS i CREATE (:P {i: i})");
    expect(1, 7);
  }

  /** Also where the feed stands still until after the restart. */
  @Test
  void aRebuildThatWasAskedForIsDoneAfterARestart() {
    prepare();
    FeedDbms asked = FeedDbms.start(home(), consumer());
    asked.awaitVisible();
    asked.feed().pause();
    asked.feed().rebuild();
    asked.stop();

    AtomicBoolean resumed = new AtomicBoolean();
    MapConsumer consumer = consumer();
    consumer.beforeRebuild(() -> assertThat(resumed).isTrue());
    FeedDbms paused = FeedDbms.start(home(), consumer);
    paused.until("it is paused", () -> paused.feed().status().state() == FeedStatus.State.PAUSED);
    assertThat(paused.feed().unseen().snapshot().usable()).isFalse();
    resumed.set(true);
    paused.feed().resume();
    paused.awaitVisible();
    assertThat(paused.feed().status().rebuilds()).isEqualTo(1);
    paused.stop();
    expect(0, 100);
  }

  @Test
  void whatACopyRefusesIsKnownBeforeItIsInUse() {
    prepare();
    List<Boolean> known = new ArrayList<>();
    MapConsumer consumer = consumer();
    try (FeedDbms dbms = FeedDbms.start(home(), consumer)) {
      dbms.awaitVisible();
      consumer.rebuildFault(
          states ->
              states.stream()
                  .filter(state -> state.kind() == EntityKind.NODE && state.id() == 7)
                  .map(state -> new Rejection(state, "for the test"))
                  .toList());
      consumer.beforeFinish(() -> known.add(dbms.feed().unseen().snapshot().containsNode(7)));
      dbms.feed().rebuild();
      dbms.until("it is rebuilt", () -> dbms.feed().status().rebuilds() == 1);
      assertThat(known).containsExactly(true);
      assertThat(dbms.feed().unseen().snapshot().nodes()).containsExactly(7);
    }
  }

  @Test
  void aRebuildThatWasAskedForGoesOnBesideWritesAndReads() throws Exception {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("FeedRebuildTest -Dtests.seed=" + seed);
    MapConsumer consumer = consumer();
    FeedOptions options = FeedDbms.options().batches(100, 1 << 20);
    try (FeedDbms dbms = FeedDbms.start(home(), consumer, options, settings -> {})) {
      dbms.rows("UNWIND range(1, 3000) AS i CREATE (:P {i: i})-[:R {i: i}]->(:Q)");
      dbms.awaitVisible();
      consumer.rebuildFault(
          states -> {
            assertThat(dbms.feed().unseen().snapshot().reason()).isEmpty();
            return List.of();
          });
      long before = dbms.feed().status().rebuilds();
      ExecutorService writers = Executors.newFixedThreadPool(2);
      Future<?> first = writers.submit(() -> write(dbms, new Random(seed), before + 2));
      Future<?> second = writers.submit(() -> write(dbms, new Random(seed + 1), before + 2));
      dbms.feed().rebuild();
      dbms.until("rebuilt", () -> dbms.feed().status().rebuilds() == before + 1);
      dbms.feed().rebuild();
      first.get();
      second.get();
      writers.shutdown();
      dbms.awaitVisible();
      assertThat(dbms.feed().parked()).isEmpty();
      assertThat(consumer.visible()).isEqualTo(dbms.graph());
    }
  }

  private static Void write(FeedDbms dbms, Random random, long rebuilds) {
    while (dbms.feed().status().rebuilds() < rebuilds) {
      int i = random.nextInt(3000);
      switch (random.nextInt(4)) {
        case 0:
          dbms.rows("MATCH (p:P {i: " + i + "}) DETACH DELETE p");
          break;
        case 1:
          dbms.rows("CREATE (:P {i: " + i + "})-[:R {i: " + i + "}]->(:Q)");
          break;
        case 2:
          dbms.rows("MATCH (p:P {i: " + i + "}) SET p.i = -p.i, p:S");
          break;
        default:
          dbms.rows("MATCH (:P {i: " + i + "})-[r:R]->() SET r.i = 'changed'");
      }
    }
    return null;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
