/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.storageengine.api.TransactionIdStore;
import org.pandagraph.plugin.PandaExtension;
import org.pandagraph.plugin.RunningDbms;

/** A real Neo4j whose changes are fed to a consumer of a test. */
final class FeedDbms implements AutoCloseable {
  static final Duration LONG = Duration.ofMinutes(2);

  private final RunningDbms dbms;

  private FeedDbms(RunningDbms dbms) {
    this.dbms = dbms;
  }

  /** Quick enough for tests. */
  static FeedOptions options() {
    return FeedOptions.standard().every(Duration.ofMillis(5), Duration.ofMillis(20)).patience(0.02);
  }

  static FeedDbms start(Path home, ChangeConsumer consumer) {
    return start(home, consumer, options(), settings -> {});
  }

  static FeedDbms start(
      Path home,
      ChangeConsumer consumer,
      FeedOptions options,
      Consumer<DatabaseManagementServiceBuilder> settings) {
    return start(
        home, List.of(new ChangeConsumerFactory.Registration(consumer, options)), settings);
  }

  static FeedDbms start(
      Path home,
      List<ChangeConsumerFactory.Registration> consumers,
      Consumer<DatabaseManagementServiceBuilder> settings) {
    ConsumerExtension.register(home, consumers);
    return new FeedDbms(RunningDbms.startIn(home, settings));
  }

  GraphDatabaseService database() {
    return dbms.database();
  }

  RunningDbms server() {
    return dbms;
  }

  List<Map<String, Object>> rows(String query) {
    return dbms.rows(query);
  }

  List<Map<String, Object>> rows(String query, Map<String, Object> parameters) {
    return dbms.rows(query, parameters);
  }

  /** The only one. */
  ConsumerFeed feed() {
    return databaseFeed().consumers().get(0);
  }

  DatabaseFeed databaseFeed() {
    return dbms.component(PandaExtension.class).feeds().of("neo4j").orElseThrow();
  }

  long lastClosed() {
    return dbms.component(TransactionIdStore.class).getLastClosedTransactionId();
  }

  /** Waits until the consumer's data shows all that has been committed. */
  void awaitVisible() {
    awaitVisible(feed());
  }

  void awaitVisible(ConsumerFeed feed) {
    try {
      if (!feed.awaitVisible(lastClosed(), LONG)) {
        throw new AssertionError("it does not get there: " + describe(feed));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    until("the set is known and empty", () -> settled(feed.unseen().snapshot()));
  }

  private static boolean settled(UnseenChanges.Snapshot snapshot) {
    return snapshot.known() && snapshot.lagMillis() == 0;
  }

  /** Waits for something that is certain to come. */
  void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " does not happen: " + describe(feed()));
      }
      try {
        TimeUnit.MILLISECONDS.sleep(2);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static String describe(ConsumerFeed feed) {
    FeedStatus status = feed.status();
    return String.format(
        "%s (%s), position %d, visible %d, closed %d, parked %d, unseen %d, unknown `%s`, error %s",
        status.state(),
        status.detail(),
        status.position(),
        status.visible(),
        status.lastClosed(),
        status.parked(),
        status.unseen(),
        feed.unseen().snapshot().reason(),
        status.lastError());
  }

  Map<String, String> graph() {
    return EntityText.graph(database());
  }

  /** Stops it and keeps its folder. */
  void stop() {
    dbms.stop();
  }

  @Override
  public void close() {
    dbms.close();
  }
}
