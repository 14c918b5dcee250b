/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./panda demo}: everything started, the academic graph loaded and asked. */
@Command(
    name = "demo",
    description = "Starts everything, loads an academic graph and asks it in CypherPlus.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every answer was right",
      "1:an answer was wrong, or something did not start",
      "3:a prerequisite is missing"
    })
final class DemoCommand implements Callable<Integer> {
  private static final String MAIN = "org.pandagraph.examples.academic.AcademicDemo";
  private static final String FACES = "node_modules/@vladmandic/face-api";

  @Mixin private HomeOption home;
  @Mixin private LaunchOptions options;

  @Option(names = "--exit", description = "Stop everything at the end.")
  private boolean exit;

  @Option(names = "--parts", hidden = true, required = true)
  private Path parts;

  @Option(names = "--workers", hidden = true, required = true)
  private Path workers;

  @Override
  public Integer call() throws Exception {
    Launcher launcher = home.launcher();
    Thread stopAll = new Thread(() -> stop(launcher), "stop-all");
    boolean started = launcher.running().isEmpty();
    if (started) {
      StartCommand.install(launcher.home(), options, parts, workers);
      launcher.start(options);
      // Until the demo has run to its end, a Ctrl-C leaves nothing behind.
      Runtime.getRuntime().addShutdownHook(stopAll);
    }
    Endpoints endpoints = launcher.running().orElseThrow();
    int code = runExample(launcher.home(), endpoints);
    if (exit) {
      System.out.println("==> Stopping");
      launcher.stop();
    } else {
      Announcement.printAll(launcher.home(), endpoints);
      System.out.println("Stop it with ./panda stop");
    }
    if (started) {
      Runtime.getRuntime().removeShutdownHook(stopAll);
    }
    return code == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private static int runExample(Home home, Endpoints endpoints)
      throws IOException, InterruptedException {
    Path work = home.root().resolve("demo");
    Files.createDirectories(work);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                HomeParts.classPath(home.example("academic")),
                MAIN,
                "--bolt-uri",
                endpoints.boltUri()));
    if (endpoints.auth()) {
      command.addAll(List.of("--user", "neo4j", "--password-file", home.passwordFile().toString()));
    }
    command.addAll(
        List.of(
            "--import-dir",
            home.importDirectory().toString(),
            "--work-dir",
            work.toString(),
            "--face-package",
            home.workers().resolve(FACES).toString()));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void stop(Launcher launcher) {
    try {
      launcher.stop();
    } catch (IOException e) {
      System.err.println("panda: could not stop everything: " + e.getMessage());
    }
  }
}
