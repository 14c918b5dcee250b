/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import java.io.IOException;
import java.nio.file.Files;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.pandagraph.distribution.Endpoints;
import org.pandagraph.distribution.LaunchException;
import org.pandagraph.distribution.Launcher;

/** The way to the Neo4j that runs in a home. */
final class RunningNeo4j {
  private RunningNeo4j() {}

  /**
   * Connects as Neo4j's first user, with the password that the home keeps, or that {@code
   * NEO4J_PASSWORD} gives.
   *
   * @throws LaunchException where nothing runs there
   */
  static Driver connect(Launcher launcher) throws IOException {
    Endpoints endpoints = launcher.requireRunning();
    return GraphDatabase.driver(
        endpoints.boltUri(),
        endpoints.auth() ? credentials(launcher) : AuthTokens.none(),
        Config.builder().withLogging(Logging.none()).build());
  }

  private static AuthToken credentials(Launcher launcher) throws IOException {
    String user = System.getenv().getOrDefault("NEO4J_USERNAME", "neo4j");
    String password = System.getenv("NEO4J_PASSWORD");
    if (password == null) {
      password = Files.readString(launcher.home().passwordFile()).trim();
    }
    return AuthTokens.basic(user, password);
  }
}
