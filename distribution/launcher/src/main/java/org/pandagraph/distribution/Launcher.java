/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts and stops everything of one home. Not thread-safe. */
public final class Launcher {
  private static final Duration NEO4J_STOPS_WITHIN = Duration.ofSeconds(60);
  private static final Duration AIPM_STOPS_WITHIN = Duration.ofSeconds(15);

  private final Home home;
  private final Consumer<String> progress;

  /**
   * @param progress takes one line for each step, for the user
   */
  public Launcher(Home home, Consumer<String> progress) {
    this.home = home;
    this.progress = progress;
  }

  /**
   * Starts the AIPM service and Neo4j and returns once both answer. What was started is stopped
   * again if a later part fails, or if this program is ended before all is up.
   *
   * @throws LaunchException if something already runs there, or does not start
   */
  public Endpoints start(LaunchOptions options) throws IOException, InterruptedException {
    if (options.noAuth && !InetNames.isLoopback(options.listen)) {
      throw new LaunchException(
          ExitCode.USAGE,
          "--no-auth is for this machine alone, and --listen "
              + options.listen
              + " opens Neo4j to others. Leave one of the two out.");
    }
    if (home.neo4jPid().process().isPresent() || home.aipmPid().process().isPresent()) {
      throw new LaunchException(
          ExitCode.FAILED, "Already running in " + home.root() + ": ./panda status");
    }
    home.create();
    Thread undo = new Thread(this::stopQuietly, "stop-what-was-started");
    Runtime.getRuntime().addShutdownHook(undo);
    boolean up = false;
    try {
      int aipmPort = 0;
      if (!options.noAipm) {
        progress.accept("Starting the AIPM service");
        aipmPort = AipmLauncher.start(home, options);
      }
      progress.accept("Starting Neo4j");
      Endpoints endpoints = new Neo4jLauncher(home, options).start(aipmPort);
      endpoints.write(home);
      up = true;
      return endpoints;
    } finally {
      if (!up) {
        stopQuietly();
      }
      forget(undo);
    }
  }

  /**
   * Stops what runs.
   *
   * @return whether anything ran
   */
  public boolean stop() throws IOException {
    boolean neo4j = home.neo4jPid().stop(NEO4J_STOPS_WITHIN);
    boolean aipm = home.aipmPid().stop(AIPM_STOPS_WITHIN);
    Endpoints.delete(home);
    return neo4j || aipm;
  }

  /** Where Neo4j of this home can be reached, if it runs. */
  public Optional<Endpoints> running() throws IOException {
    return home.neo4jPid().process().isPresent() ? Endpoints.read(home) : Optional.empty();
  }

  /**
   * Where Neo4j of this home can be reached.
   *
   * @throws LaunchException where none runs
   */
  public Endpoints requireRunning() throws IOException {
    return running()
        .orElseThrow(
            () ->
                new LaunchException(
                    ExitCode.MISSING, "No Neo4j runs in " + home.root() + ": ./panda start"));
  }

  /** The home. */
  public Home home() {
    return home;
  }

  private void stopQuietly() {
    try {
      stop();
    } catch (IOException e) {
      progress.accept("Could not stop everything: " + e.getMessage());
    }
  }

  private static void forget(Thread undo) {
    try {
      Runtime.getRuntime().removeShutdownHook(undo);
    } catch (IllegalStateException e) {
      // The program is being ended: the hook is running, and does what has to be done.
    }
  }
}
