/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import org.neo4j.configuration.Config;
import org.neo4j.dbms.identity.ServerIdentity;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.config.DatabaseIdentity;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * Which database may collect a store: any other has a graph that does not refer to what is in it.
 */
final class Ownership {
  private final String self;

  Ownership(GraphDatabaseAPI database) {
    var components = database.getDependencyResolver();
    self =
        DatabaseIdentity.of(
            components.resolveDependency(Config.class),
            components.resolveDependency(ServerIdentity.class),
            database.databaseName());
  }

  /** How this database is called as an owner. */
  String self() {
    return self;
  }

  /**
   * Makes this database the owner of a store that has none.
   *
   * @throws CypherPlusError where another is
   */
  void require(BlobStore store) {
    String owner = store.claim(self);
    if (!owner.equals(self)) {
      throw new CypherPlusError(
          PluginErrorCode.NOT_OWNER,
          "this database may not collect its blob store: it belongs to `"
              + owner
              + "`, and this is `"
              + self
              + "`. Where that one is no more, or has been moved here, `CALL panda.blob.takeOver()`"
              + " makes this one the owner; where both are in use, give this one a store of its own",
          CypherPlusError.NO_OFFSET);
    }
  }
}
