/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import java.io.IOException;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.pandagraph.distribution.HomeOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which database of which running home a command is about. */
final class DatabaseOption {
  @Mixin private HomeOption home;

  @Option(
      names = "--database",
      paramLabel = "NAME",
      description = "The database. Default: the home's default database.")
  private String name;

  /** What is done with a session. */
  interface Work {
    int in(Session session);
  }

  /** Does it in a session of the running Neo4j, in that database. */
  int run(Work work) throws IOException {
    SessionConfig config =
        name == null ? SessionConfig.defaultConfig() : SessionConfig.forDatabase(name);
    try (Driver driver = RunningNeo4j.connect(home.launcher());
        Session session = driver.session(config)) {
      return work.in(session);
    }
  }
}
