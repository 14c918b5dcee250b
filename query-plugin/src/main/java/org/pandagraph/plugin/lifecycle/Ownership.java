/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.nio.file.Path;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.identity.ServerIdentity;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * Which database may collect a store: any other has a graph that does not refer to what is in it. A
 * database is known by its name, its server's identity and its server's home, so that a copy of a
 * server in another folder is another one.
 */
final class Ownership {
  /** What a store keeps as its owner. */
  private static final int LONGEST = 200;

  private final String self;

  Ownership(GraphDatabaseAPI database) {
    var components = database.getDependencyResolver();
    Path home = components.resolveDependency(Config.class).get(GraphDatabaseSettings.neo4j_home);
    String text =
        "database "
            + database.databaseName()
            + " of server "
            + components.resolveDependency(ServerIdentity.class).serverId().uuid()
            + " in ";
    String path = home.toString();
    int room = LONGEST - text.length();
    self =
        text
            + (path.length() <= room
                ? path
                : "..."
                    + Integer.toHexString(path.hashCode())
                    + path.substring(path.length() - room + 11));
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
