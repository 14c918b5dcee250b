/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import org.neo4j.kernel.availability.AvailabilityListener;
import org.neo4j.kernel.availability.DatabaseAvailabilityGuard;
import org.neo4j.kernel.database.Database;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;
import org.neo4j.logging.LogProvider;
import org.neo4j.storageengine.api.txstate.ReadableTransactionState;
import org.pandagraph.plugin.feed.ChangeFeeds;
import org.pandagraph.plugin.feed.DatabaseFeed;
import org.pandagraph.plugin.hook.CommitHook;
import org.pandagraph.plugin.hook.CypherPlusHooks;
import org.pandagraph.plugin.hook.UnknownNeo4jException;

/**
 * Starts and stops the change feed of a database with the database; does nothing where nobody wants
 * its changes. Commits are seen from the start on, the log is read while the database is available.
 */
final class DatabaseChangeFeed extends LifecycleAdapter {
  private final Database database;
  private final CypherPlusHooks hooks;
  private final ChangeFeeds feeds;
  private final LogProvider logs;
  private DatabaseFeed feed;

  DatabaseChangeFeed(
      Database database, CypherPlusHooks hooks, ChangeFeeds feeds, LogProvider logs) {
    this.database = database;
    this.hooks = hooks;
    this.feeds = feeds;
    this.logs = logs;
  }

  /**
   * @throws UnknownNeo4jException where commits cannot be seen: a database whose changes would be
   *     missed does not start
   */
  @Override
  public void start() throws UnknownNeo4jException {
    var opened = feeds.open(facade(), logs);
    if (opened.isEmpty()) {
      return;
    }
    DatabaseFeed opening = opened.get();
    feed = opening;
    hooks.hookCommits(database, state -> ending(opening, state));
    database
        .getDependencyResolver()
        .resolveDependency(DatabaseAvailabilityGuard.class)
        .addListener(
            new AvailabilityListener() {
              @Override
              public void available() {
                opening.start();
              }

              @Override
              public void unavailable() {
                opening.stop();
              }
            });
  }

  private static CommitHook.Ending ending(DatabaseFeed feed, ReadableTransactionState state) {
    DatabaseFeed.PendingCommit pending = feed.beforeCommit(state);
    return pending == null
        ? null
        : new CommitHook.Ending() {
          @Override
          public void committed(long transactionId) {
            pending.committed(transactionId);
          }

          @Override
          public void rolledBack() {
            pending.rolledBack();
          }
        };
  }

  private GraphDatabaseAPI facade() {
    return database.getDependencyResolver().resolveDependency(GraphDatabaseAPI.class);
  }

  @Override
  public void stop() {
    if (feed != null) {
      feed.stop();
      feed.close();
      feeds.close(facade(), feed);
    }
  }
}
