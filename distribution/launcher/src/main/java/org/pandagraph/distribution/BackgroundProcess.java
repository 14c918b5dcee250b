/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Starts a program that outlives this one, in a session of its own, and waits until it is ready.
 */
public final class BackgroundProcess {
  private static final int TAIL_BYTES = 8_192;
  private static final int TAIL_LINES = 25;
  private static final Duration POLL = Duration.ofMillis(100);

  private final String name;
  private final Path log;
  private final Process process;

  private BackgroundProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts it. The log of the run before is kept beside as {@code *.1}.
   *
   * @param name how messages call it
   * @param environment added to this process's environment
   */
  public static BackgroundProcess start(
      String name, List<String> command, Map<String, String> environment, Path log, PidFile pidFile)
      throws IOException {
    if (Files.exists(log)) {
      Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      // Out of the terminal's reach: a Ctrl-C or a closed window is not meant for the server.
      line.add("/usr/bin/setsid");
    }
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    pidFile.write(process.toHandle());
    return new BackgroundProcess(name, log, process);
  }

  /**
   * Returns once the condition holds.
   *
   * @throws LaunchException if the program ends or the time passes first; the message ends with the
   *     last lines of its log
   */
  public void await(BooleanSupplier ready, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw failure("ended with code " + process.exitValue() + " while starting");
      }
      if (System.nanoTime() > end) {
        throw failure("was not ready within " + patience.toSeconds() + " s");
      }
      Thread.sleep(POLL.toMillis());
    }
  }

  private LaunchException failure(String what) {
    return new LaunchException(
        ExitCode.FAILED, name + " " + what + ". The end of " + log + ":\n" + tail(log));
  }

  /** The first bytes of a log, empty while there is none. */
  static String head(Path log) {
    try (InputStream in = Files.newInputStream(log)) {
      return new String(in.readNBytes(TAIL_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** The last lines of a log, or a word on why there are none. */
  static String tail(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(" + log + " cannot be read: " + e.getMessage() + ")";
    }
  }
}
