/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.LogProvider;

/** Who wants changes of which databases, and the feeds of those that run. Thread-safe. */
public final class ChangeFeeds {
  private final List<ChangeConsumerFactory> factories = new CopyOnWriteArrayList<>();
  private final Map<String, DatabaseFeed> feeds = new ConcurrentHashMap<>();

  /** Is asked for the consumers of each database that starts from now on. */
  public void register(ChangeConsumerFactory factory) {
    factories.add(factory);
  }

  /**
   * Makes the feed of a database that starts.
   *
   * @return empty where nobody wants its changes: it is left alone then
   */
  public Optional<DatabaseFeed> open(GraphDatabaseAPI database, LogProvider logs) {
    List<ChangeConsumerFactory.Registration> consumers = new ArrayList<>();
    factories.forEach(factory -> consumers.addAll(factory.consumers(database)));
    if (consumers.isEmpty()) {
      return Optional.empty();
    }
    DatabaseFeed feed = new DatabaseFeed(database, consumers, logs);
    feeds.put(database.databaseName(), feed);
    return Optional.of(feed);
  }

  /** Forgets the feed of a database that has stopped. */
  public void close(GraphDatabaseAPI database, DatabaseFeed feed) {
    feeds.remove(database.databaseName(), feed);
  }

  /** That of a running database that somebody wants the changes of. */
  public Optional<DatabaseFeed> of(String databaseName) {
    return Optional.ofNullable(feeds.get(databaseName));
  }
}
