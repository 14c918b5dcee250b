/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a server: a process, its log, and the signals that tests send it. It ends when this
 * JVM does. For one thread.
 */
final class ServerProcess {
  private static final Duration STOP = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;
  private final Thread atExit;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.atExit = new Thread(process::destroyForcibly, "kill-" + process.pid());
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  static ServerProcess start(List<String> command, Path directory, Path log) {
    try {
      return new ServerProcess(
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start(),
          log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until its log holds a line.
   *
   * @return false where the process ended before
   * @throws IllegalStateException where that takes longer than allowed
   */
  boolean awaitLog(String text, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!logText().contains(text)) {
      if (!process.isAlive()) {
        return logText().contains(text);
      }
      if (System.nanoTime() > end) {
        kill();
        throw new IllegalStateException(
            "'" + text + "' is not in the log after " + atMost + ": " + log);
      }
      sleep();
    }
    return true;
  }

  String logText() {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Asks it to end, and kills it where it does not. */
  void stop() {
    process.destroy();
    if (!ended(STOP)) {
      kill();
    }
    forget();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    if (!ended(STOP)) {
      throw new IllegalStateException("process " + process.pid() + " cannot be killed");
    }
    forget();
  }

  /** Sends a signal such as STOP. */
  void signal(String name) {
    try {
      int status =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill -" + name + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean ended(Duration atMost) {
    boolean interrupted = Thread.interrupted();
    try {
      return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
      return !process.isAlive();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException shuttingDown) {
      // Then it runs, and finds nothing to kill.
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a server started", e);
    }
  }
}
