/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.kernel.api.procedure.Context;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/** The lives of the blobs of all running databases. Thread-safe. */
public final class BlobLives {
  private final Map<String, BlobLife> databases = new ConcurrentHashMap<>();

  public void started(String databaseName, BlobLife life) {
    databases.put(databaseName, life);
  }

  public void stopped(String databaseName, BlobLife life) {
    databases.remove(databaseName, life);
  }

  /**
   * That of the database a procedure is called in.
   *
   * @throws CypherPlusError where that one has no blobs: the system database
   */
  BlobLife of(Context context) {
    return of(context.graphDatabaseAPI().databaseName());
  }

  BlobLife of(String name) {
    BlobLife life = databases.get(name);
    if (life == null) {
      throw new CypherPlusError(
          PluginErrorCode.INVALID_ARGUMENT,
          "database `" + name + "` has no blobs; call this in the database that has them",
          CypherPlusError.NO_OFFSET);
    }
    return life;
  }
}
