/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./panda logs}. */
@Command(
    name = "logs",
    description = "Shows the ends of the logs of Neo4j and the AIPM service.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown", "3:there are no logs yet"})
final class LogsCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "40",
      description = "Lines of each. Default: ${DEFAULT-VALUE}.")
  private int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what is added, until Ctrl-C.")
  private boolean follow;

  @Override
  public Integer call() throws Exception {
    Home place = home.home();
    List<String> files = new ArrayList<>();
    for (Path log : List.of(place.neo4jLog(), place.logs().resolve("debug.log"), place.aipmLog())) {
      if (Files.exists(log)) {
        files.add(log.toString());
      }
    }
    if (files.isEmpty()) {
      throw new LaunchException(ExitCode.MISSING, "There are no logs yet in " + place.logs() + ".");
    }
    List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
    if (follow) {
      command.add("-F");
    }
    command.addAll(files);
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0
        ? ExitCode.OK
        : ExitCode.FAILED;
  }
}
