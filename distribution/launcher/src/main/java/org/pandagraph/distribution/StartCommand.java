/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./panda start}. */
@Command(
    name = "start",
    description = "Starts Neo4j with the plugin and Browser, and the AIPM service.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:running", "1:did not start", "2:wrong usage", "3:a prerequisite is missing"})
final class StartCommand implements Callable<Integer> {
  @Mixin private HomeOption home;
  @Mixin private LaunchOptions options;

  @Option(names = "--parts", hidden = true, required = true)
  private Path parts;

  @Option(names = "--workers", hidden = true)
  private Path workers;

  @Override
  public Integer call() throws Exception {
    Launcher launcher = home.launcher();
    if (launcher.running().isPresent()) {
      System.out.println("Already running.");
      Announcement.printAll(launcher.home(), launcher.running().get());
      return ExitCode.OK;
    }
    install(launcher.home(), options, parts, workers);
    Announcement.printAll(launcher.home(), launcher.start(options));
    return ExitCode.OK;
  }

  static void install(Home home, LaunchOptions options, Path parts, Path workers)
      throws java.io.IOException {
    new HomeParts(parts).install(home, !options.noPlugin);
    if (workers != null) {
      HomeParts.linkWorkers(home, workers);
    }
  }
}
