/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./panda} hands over to for the verbs that concern running servers. */
@Command(
    name = "panda",
    description = "Runs PandaGraph: a stock Neo4j 4.4 with the plugin, Browser and AI service.",
    subcommands = {
      StartCommand.class,
      StopCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      CypherCommand.class,
      DemoCommand.class
    })
public final class PandaCommand {

  /** Runs one verb and ends the program with one of {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    CommandLine line = new CommandLine(new PandaCommand());
    line.setExecutionExceptionHandler(new FailureMessages());
    return line.execute(args);
  }
}
