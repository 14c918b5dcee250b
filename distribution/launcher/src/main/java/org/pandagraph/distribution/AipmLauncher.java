/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts the AIPM service of a home. It always listens on this machine alone. */
final class AipmLauncher {
  private static final String MAIN = "org.pandagraph.aipm.service.AipmServer";
  private static final Pattern READY =
      Pattern.compile("AIPM listening on http://127\\.0\\.0\\.1:(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private AipmLauncher() {}

  /**
   * Returns once it answers.
   *
   * @return the port it listens on
   */
  static int start(Home home, LaunchOptions options) throws IOException, InterruptedException {
    if (options.aipmPort != 0) {
      Ports.claim("127.0.0.1", options.aipmPort, "the AIPM service (--aipm-port)");
    }
    Secrets.readOrCreate(home.tokenFile());
    Files.createDirectories(home.aipmCache());
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx" + options.aipmHeap,
            "-cp",
            HomeParts.classPath(home.aipmLib()),
            MAIN,
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(options.aipmPort),
            "--token-file",
            home.tokenFile().toString(),
            "--workers-dir",
            home.workers().toString(),
            "--cache-dir",
            home.aipmCache().toString());
    BackgroundProcess process =
        BackgroundProcess.start(
            "The AIPM service", command, Map.of(), home.aipmLog(), home.aipmPid());
    process.await(() -> port(home.aipmLog()).isPresent(), PATIENCE);
    return port(home.aipmLog()).orElseThrow();
  }

  private static OptionalInt port(Path log) {
    Matcher ready = READY.matcher(BackgroundProcess.head(log));
    return ready.find() ? OptionalInt.of(Integer.parseInt(ready.group(1))) : OptionalInt.empty();
  }
}
