/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.config;

import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.identity.ServerIdentity;

/**
 * What tells a database from all others that use the same storage: its name, its server's identity
 * and its server's home, so that a copy of a server in another folder is another one. It stays when
 * the database is dropped and made again, or restored from a dump.
 */
public final class DatabaseIdentity {
  private static final int LONGEST = 200;

  private DatabaseIdentity() {}

  /** For people and to compare, 200 characters at most. */
  public static String of(Config config, ServerIdentity server, String databaseName) {
    String text = "database " + databaseName + " of server " + server.serverId().uuid() + " in ";
    String path = config.get(GraphDatabaseSettings.neo4j_home).toString();
    int room = LONGEST - text.length();
    return text
        + (path.length() <= room
            ? path
            : "..."
                + Integer.toHexString(path.hashCode())
                + path.substring(path.length() - room + 11));
  }
}
