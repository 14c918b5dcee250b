/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.neo4j.graphdb.config.Configuration;
import org.neo4j.kernel.impl.query.QueryExecutionEngine;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.LogProvider;
import org.pandagraph.costore.CoStore;
import org.pandagraph.plugin.config.CoStoreSettings;
import org.pandagraph.plugin.feed.ChangeConsumerFactory;
import org.pandagraph.plugin.feed.ChangeFeeds;
import org.pandagraph.plugin.metrics.MetricsPage;

/** The co-stores of the databases that have one. Thread-safe. */
public final class CoStores implements ChangeConsumerFactory, AutoCloseable {
  private final Configuration config;
  private final ChangeFeeds feeds;
  private final LogProvider logs;
  private final Function<String, CoStore> opener;
  private final Map<String, DatabaseCoStore> open = new ConcurrentHashMap<>();

  /**
   * Registers with the feeds; opens nothing yet.
   *
   * @param feeds what changes come from
   * @param opener opens the store of a database, by its name, without waiting for a server
   */
  public CoStores(
      Configuration config, ChangeFeeds feeds, LogProvider logs, Function<String, CoStore> opener) {
    this.config = config;
    this.feeds = feeds;
    this.logs = logs;
    this.opener = opener;
    feeds.register(this);
  }

  /** The co-store of a database, opened at the first call; empty where it is to have none. */
  public Optional<DatabaseCoStore> of(String databaseName) {
    List<String> wanted = config.get(CoStoreSettings.costore_databases);
    if (config.get(CoStoreSettings.costore_hosts).isEmpty()
        || !wanted.isEmpty() && !wanted.contains(databaseName)) {
      return Optional.empty();
    }
    return Optional.of(open.computeIfAbsent(databaseName, this::open));
  }

  private DatabaseCoStore open(String databaseName) {
    return new DatabaseCoStore(
        config,
        opener.apply(databaseName),
        () -> feeds.of(databaseName).flatMap(feed -> feed.consumer(CoStoreConsumer.NAME)),
        logs.getLog(DatabaseCoStore.class));
  }

  @Override
  public List<Registration> consumers(GraphDatabaseAPI database) {
    return of(database.databaseName())
        .map(coStore -> coStore.registration(() -> forgetPlans(database)))
        .map(List::of)
        .orElse(List.of());
  }

  /** Those from before could not know how many rows a filter leaves. */
  private static void forgetPlans(GraphDatabaseAPI database) {
    database
        .getDependencyResolver()
        .resolveDependency(QueryExecutionEngine.class)
        .clearQueryCaches();
  }

  /** Shows how they are on the page of metrics. */
  public void showIn(MetricsPage page) {
    CoStoreFigures.show(page, this);
  }

  /** Those that are open, by database. */
  Map<String, DatabaseCoStore> all() {
    return Map.copyOf(open);
  }

  @Override
  public void close() {
    open.values().forEach(DatabaseCoStore::close);
    open.clear();
  }
}
