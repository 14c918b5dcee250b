/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;
import org.pandagraph.distribution.Endpoints;
import org.pandagraph.distribution.Home;
import org.pandagraph.distribution.HomeParts;
import org.pandagraph.distribution.LaunchOptions;
import org.pandagraph.distribution.Launcher;

/**
 * A Neo4j in a process of its own, with or without the plugin, otherwise the same, on free ports.
 */
final class BenchServer implements AutoCloseable {
  private final Launcher launcher;
  private final Thread atExit;
  private final Driver driver;
  private final Session session;

  private BenchServer(Launcher launcher, Endpoints endpoints, Thread atExit) {
    this.launcher = launcher;
    this.atExit = atExit;
    driver =
        GraphDatabase.driver(
            endpoints.boltUri(),
            AuthTokens.none(),
            Config.builder().withLogging(Logging.none()).build());
    session = driver.session();
  }

  static BenchServer start(Path parts, Path folder, boolean plugin)
      throws IOException, InterruptedException {
    delete(folder);
    Home home = new Home(folder);
    new HomeParts(parts).install(home, plugin);
    LaunchOptions options = new LaunchOptions();
    options.boltPort = 0;
    options.httpPort = 0;
    options.noAipm = true;
    options.noAuth = true;
    Launcher launcher = new Launcher(home, line -> {});
    Thread atExit = new Thread(() -> stop(launcher));
    Runtime.getRuntime().addShutdownHook(atExit);
    return new BenchServer(launcher, launcher.start(options), atExit);
  }

  /** One connection, used again and again. */
  Session session() {
    return session;
  }

  private static void stop(Launcher launcher) {
    try {
      launcher.stop();
    } catch (IOException e) {
      System.err.println("could not stop " + launcher.home().root() + ": " + e.getMessage());
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @Override
  public void close() throws IOException {
    session.close();
    driver.close();
    launcher.stop();
    Runtime.getRuntime().removeShutdownHook(atExit);
    delete(launcher.home().root());
  }
}
