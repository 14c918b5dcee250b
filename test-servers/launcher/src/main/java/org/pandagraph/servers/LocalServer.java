/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A real server in a JVM of its own, on this machine's loopback address, free ports and a folder of
 * its own, to be killed, paused and started again. Not thread-safe.
 *
 * <p>{@link #close} removes the data and keeps the logs ({@link #logs}). Where this JVM ends first,
 * however it ends, the server ends with it.
 */
public abstract class LocalServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(120);
  private static final int ATTEMPTS = 3;

  private final String name;
  private final String ready;
  private final Path root;
  private final Path data;
  private int starts;
  private ServerProcess process;

  /**
   * @param name for messages and log files
   * @param ready what its log says when it takes requests
   * @param root folder for logs and configuration
   * @param data folder of its data
   */
  LocalServer(String name, String ready, Path root, Path data) {
    this.name = name;
    this.ready = ready;
    this.root = root;
    this.data = data;
  }

  /** Takes free ports, for this start and all later ones. */
  abstract void takePorts();

  /** The command of a start. */
  abstract List<String> command();

  /**
   * How a command begins: Java, and the options in the system property {@code panda.servers.jvm},
   * separated by spaces; none where it is not set.
   */
  static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String options = System.getProperty("panda.servers.jvm", "").strip();
    if (!options.isEmpty()) {
      command.addAll(List.of(options.split("\\s+")));
    }
    return command;
  }

  /**
   * Starts it; returns once it takes requests.
   *
   * @param anyPort whether it may take other ports than before
   */
  final void up(boolean anyPort) {
    for (int attempt = 1; ; attempt++) {
      if (anyPort) {
        takePorts();
      }
      Path log = root.resolve(name.toLowerCase(java.util.Locale.ROOT) + "-" + ++starts + ".log");
      process = ServerProcess.start(command(), root, log);
      if (process.awaitLog(ready, START)) {
        return;
      }
      process.kill();
      // Somebody else may have been quicker to take the port.
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException(name + " does not start, see " + log);
      }
    }
  }

  /** The folder with the logs of all its starts. */
  public final Path logs() {
    return root;
  }

  /** The folder with its data. */
  public final Path data() {
    return data;
  }

  /** Process id of the present run. */
  public final long pid() {
    return process.pid();
  }

  /** Shuts it down in order; the data stay. */
  public final void stop() {
    process.stop();
  }

  /** SIGKILL; the data stay. */
  public final void kill() {
    process.kill();
  }

  /** SIGSTOP: it keeps its connections, and answers nothing until {@link #resume}. */
  public final void pause() {
    process.signal("STOP");
  }

  /** SIGCONT. */
  public final void resume() {
    process.signal("CONT");
  }

  /** Starts it again on the same data and the same ports, killing it where it runs. */
  public final void restart() {
    killWhereItRuns();
    up(false);
  }

  /** Kills it and removes its data, so that it comes back as another one. */
  public final void restartEmpty() {
    killWhereItRuns();
    Folders.delete(data);
    up(false);
  }

  final void killWhereItRuns() {
    if (process.isAlive()) {
      process.kill();
    }
  }

  /** Kills it and removes its data; the logs stay. */
  @Override
  public void close() {
    killWhereItRuns();
    Folders.delete(data);
  }
}
