/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import org.neo4j.kernel.database.Database;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;
import org.pandagraph.plugin.hook.CommitHook;
import org.pandagraph.plugin.hook.CypherPlusHooks;
import org.pandagraph.plugin.hook.UnknownNeo4jException;
import org.pandagraph.plugin.lifecycle.BlobLife;
import org.pandagraph.plugin.lifecycle.BlobLives;

/** Starts and stops the life of a database's blobs with the database. */
final class DatabaseBlobLife extends LifecycleAdapter {
  private final Database database;
  private final PluginContext context;
  private final CypherPlusHooks hooks;
  private final BlobLives lives;
  private BlobLife life;

  DatabaseBlobLife(
      Database database, PluginContext context, CypherPlusHooks hooks, BlobLives lives) {
    this.database = database;
    this.context = context;
    this.hooks = hooks;
    this.lives = lives;
  }

  /**
   * @throws UnknownNeo4jException where commits cannot be guarded: a database whose blobs might be
   *     lost does not start
   */
  @Override
  public void start() throws UnknownNeo4jException {
    String name = database.getNamedDatabaseId().name();
    GraphDatabaseAPI facade =
        database.getDependencyResolver().resolveDependency(GraphDatabaseAPI.class);
    life = new BlobLife(facade, () -> context.stores().of(name), context.config(), context.logs());
    hooks.hookCommits(database, state -> CommitHook.Ending.either(life.beforeCommit(state)));
    lives.started(name, life);
    life.start();
  }

  @Override
  public void stop() {
    if (life != null) {
      lives.stopped(database.getNamedDatabaseId().name(), life);
      life.stop();
    }
  }
}
