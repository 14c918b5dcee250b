/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code ./panda cypher}: cypher-shell, connected. */
@Command(
    name = "cypher",
    description = {
      "Opens cypher-shell on the running Neo4j, or runs the query given and prints the answer.",
      "Further options go to cypher-shell, such as --format plain or --param 'x => 1'."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:the query failed", "3:no Neo4j runs in the home"})
final class CypherCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "QUERY", description = "Query to run; none opens the shell.")
  private List<String> query = new ArrayList<>();

  @Unmatched private List<String> forShell = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Launcher launcher = home.launcher();
    Endpoints endpoints = launcher.requireRunning();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                HomeParts.classPath(launcher.home().shell()),
                "org.neo4j.shell.Main",
                "--address",
                endpoints.boltUri()));
    command.addAll(forShell);
    command.addAll(query);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    Map<String, String> environment = builder.environment();
    // By way of the environment: what stands on a command line can be read by every user.
    if (endpoints.auth() && Files.exists(launcher.home().passwordFile())) {
      environment.putIfAbsent("NEO4J_USERNAME", "neo4j");
      environment.putIfAbsent(
          "NEO4J_PASSWORD", Files.readString(launcher.home().passwordFile()).trim());
    } else if (!endpoints.auth()) {
      // Anything will do, and cypher-shell does not ask.
      environment.putIfAbsent("NEO4J_USERNAME", "neo4j");
      environment.putIfAbsent("NEO4J_PASSWORD", "none");
    }
    return builder.start().waitFor() == 0 ? ExitCode.OK : ExitCode.FAILED;
  }
}
