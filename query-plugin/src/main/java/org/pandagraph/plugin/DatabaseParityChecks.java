/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import org.neo4j.kernel.database.Database;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;
import org.pandagraph.plugin.config.CoStoreSettings;
import org.pandagraph.plugin.costore.DatabaseCoStore;
import org.pandagraph.plugin.costore.ScheduledParityChecks;

/** Starts and stops the scheduled parity checks of a database's co-store with the database. */
final class DatabaseParityChecks extends LifecycleAdapter {
  private final Database database;
  private final DatabaseCoStore coStore;
  private final PluginContext context;
  private ScheduledParityChecks checks;

  DatabaseParityChecks(Database database, DatabaseCoStore coStore, PluginContext context) {
    this.database = database;
    this.coStore = coStore;
    this.context = context;
  }

  @Override
  public void start() {
    checks =
        new ScheduledParityChecks(
            coStore,
            database.getDependencyResolver().resolveDependency(GraphDatabaseAPI.class),
            context.config().get(CoStoreSettings.costore_check_interval),
            context.logs().getLog(ScheduledParityChecks.class));
    checks.start();
  }

  @Override
  public void stop() {
    if (checks != null) {
      checks.stop();
    }
  }
}
