/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.ResultSummary;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.plugin.config.CoStoreSettings;

/** A real Neo4j with a co-store in a real Elasticsearch, which filters always go to. */
final class CoStoreDbms implements AutoCloseable {
  private static final Duration CATCHES_UP_WITHIN = Duration.ofMinutes(2);
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  /** The graph's own answers. */
  static final TransactionConfig NATIVE =
      TransactionConfig.builder().withMetadata(Map.of("panda.costore.pushdown", "off")).build();

  private final RunningDbms dbms;
  private final String prefix;
  private final Consumer<DatabaseManagementServiceBuilder> settings;

  private CoStoreDbms(
      RunningDbms dbms, String prefix, Consumer<DatabaseManagementServiceBuilder> settings) {
    this.dbms = dbms;
    this.prefix = prefix;
    this.settings = settings;
  }

  /** One with indexes of its own in the Elasticsearch that tests share. */
  static CoStoreDbms start() {
    return start(SharedElasticsearch.url(), settings -> {});
  }

  static CoStoreDbms start(String url, Consumer<DatabaseManagementServiceBuilder> more) {
    return start(url, "t" + ProcessHandle.current().pid() + "x" + PREFIXES.incrementAndGet(), more);
  }

  /**
   * One with indexes of a name.
   *
   * @param prefix of the names of its indexes
   */
  static CoStoreDbms start(
      String url, String prefix, Consumer<DatabaseManagementServiceBuilder> more) {
    Consumer<DatabaseManagementServiceBuilder> all =
        settings -> {
          settings
              .setConfig(CoStoreSettings.costore_hosts, List.of(URI.create(url)))
              .setConfig(CoStoreSettings.costore_index_prefix, prefix)
              .setConfig(CoStoreSettings.costore_always_push, true);
          more.accept(settings);
        };
    return new CoStoreDbms(RunningDbms.start(all), prefix, all);
  }

  /** Stops it, and gives the one that takes its place. */
  CoStoreDbms restart() {
    dbms.stop();
    return startIn(dbms.home());
  }

  /** One with the same settings in a folder that may have data. */
  CoStoreDbms startIn(Path home) {
    return new CoStoreDbms(RunningDbms.startIn(home, settings), prefix, settings);
  }

  RunningDbms dbms() {
    return dbms;
  }

  List<Map<String, Object>> rows(String query) {
    return dbms.rows(query);
  }

  Map<String, Object> status() {
    return dbms.rows("CALL panda.costore.status()").get(0);
  }

  /** Waits until the co-store shows all that is committed. */
  CoStoreDbms awaitLive() {
    until("the co-store shows all", () -> showsAll(status()));
    return this;
  }

  /** Waits for what is certain to come. */
  void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + CATCHES_UP_WITHIN.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " does not happen: " + status());
      }
      pause();
    }
  }

  /** What the names of its indexes begin with. */
  String prefix() {
    return prefix;
  }

  private static boolean showsAll(Map<String, Object> status) {
    return status.get("state").equals("LIVE")
        && status.get("lagTransactions").equals(0L)
        && status.get("unseen").equals(0L);
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Seeks that the co-store has answered. */
  long seeks() {
    return (Long) ((Map<?, ?>) status().get("counters")).get("seeks");
  }

  /** The operators of a query's plan, from the root, as {@code Name}. */
  List<String> operators(String query) {
    try (Session session = dbms.session()) {
      ResultSummary summary = session.run("EXPLAIN " + query).consume();
      List<String> names = new ArrayList<>();
      collect(summary.plan(), names);
      return names;
    }
  }

  private static void collect(Plan plan, List<String> names) {
    names.add(plan.operatorType().replace("@neo4j", ""));
    plan.children().forEach(child -> collect(child, names));
  }

  /** The same query both ways gives the same rows, and the co-store had a part in one of them. */
  void assertPushedAndSame(String query) {
    long before = seeks();
    List<String> pushed = rows(query).stream().map(Map::toString).sorted().toList();
    assertThat(seeks()).as("seeks of " + query + ": " + status()).isGreaterThan(before);
    assertThat(pushed).as(query).isEqualTo(natively(query));
  }

  List<String> natively(String query) {
    try (Session session = dbms.session()) {
      return session.run(query, NATIVE).list(row -> row.asMap().toString()).stream()
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() {
    dbms.close();
  }
}
