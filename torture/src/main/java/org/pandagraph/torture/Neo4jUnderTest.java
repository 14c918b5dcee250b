/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.pandagraph.distribution.Home;
import org.pandagraph.distribution.HomeParts;
import org.pandagraph.distribution.LaunchOptions;
import org.pandagraph.distribution.Launcher;
import org.pandagraph.servers.Folders;

/**
 * A Neo4j with the plugin in a process of its own, to be killed and started again on the same data
 * and the same ports. Not thread-safe, but for its driver.
 */
public final class Neo4jUnderTest implements AutoCloseable {
  private final Launcher launcher;
  private final LaunchOptions options;
  private final Thread atExit;
  private Driver driver;

  private Neo4jUnderTest(Launcher launcher, LaunchOptions options) {
    this.launcher = launcher;
    this.options = options;
    atExit = new Thread(this::stopQuietly, "stop-neo4j");
  }

  /**
   * Starts one on an empty folder.
   *
   * @param parts what a home is made of
   * @param settings of neo4j.conf
   */
  public static Neo4jUnderTest start(Path parts, Path folder, Map<String, String> settings)
      throws IOException, InterruptedException {
    Folders.delete(folder);
    Home home = new Home(folder);
    new HomeParts(parts).install(home, true);
    LaunchOptions options = new LaunchOptions();
    options.boltPort = 0;
    options.httpPort = 0;
    options.noAipm = true;
    options.noAuth = true;
    options.neo4jHeap = "768m";
    options.settings.putAll(settings);
    Neo4jUnderTest neo4j = new Neo4jUnderTest(new Launcher(home, line -> {}), options);
    Runtime.getRuntime().addShutdownHook(neo4j.atExit);
    neo4j.start();
    return neo4j;
  }

  private void start() throws IOException, InterruptedException {
    var endpoints = launcher.start(options);
    // The next start is found at the same place.
    options.boltPort = endpoints.bolt();
    options.httpPort = endpoints.http();
    if (driver == null) {
      driver =
          GraphDatabase.driver(
              endpoints.boltUri(),
              AuthTokens.none(),
              Config.builder()
                  .withLogging(Logging.none())
                  .withConnectionTimeout(5, TimeUnit.SECONDS)
                  .withConnectionAcquisitionTimeout(10, TimeUnit.SECONDS)
                  .build());
    }
  }

  /** Ends the process with SIGKILL, as a power cut would. */
  public void kill() throws IOException {
    ProcessHandle process =
        launcher
            .home()
            .neo4jPid()
            .process()
            .orElseThrow(() -> new IllegalStateException("Neo4j had ended by itself"));
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Starts it again on its data; returns once it answers. */
  public void restart() throws IOException, InterruptedException {
    start();
  }

  /** Thread-safe, and the same over all restarts. */
  public Driver driver() {
    return driver;
  }

  /** Where its logs and data are. */
  public Home home() {
    return launcher.home();
  }

  private void stopQuietly() {
    try {
      launcher.stop();
    } catch (IOException e) {
      System.err.println("could not stop " + launcher.home().root() + ": " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    driver.close();
    launcher.stop();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
