/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs and gives what they print. */
final class Programs {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java").toString();

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private Programs() {}

  /**
   * Runs one to its end.
   *
   * @return its standard output
   * @throws AssertionError with what it said if it ends with another code than 0 or not in time
   */
  static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(Repository.TARGET, "program", ".out");
    Path err = Files.createTempFile(Repository.TARGET, "program", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("not done within " + PATIENCE + ": " + said(out, err));
      }
      if (process.exitValue() != 0) {
        throw new AssertionError("ended with " + process.exitValue() + ": " + said(out, err));
      }
      return Files.readString(out, StandardCharsets.UTF_8);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private static String said(Path out, Path err) throws IOException {
    return Files.readString(out) + Files.readString(err);
  }
}
