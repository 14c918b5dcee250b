/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import org.neo4j.driver.exceptions.Neo4jException;
import org.pandagraph.blob.BlobException;
import org.pandagraph.distribution.ExitCode;
import org.pandagraph.distribution.FailureMessages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./panda blobs}. */
@Command(
    name = "blobs",
    description = "Looks after the contents of blobs.",
    subcommands = {CheckCommand.class, CollectCommand.class, CopyCommand.class})
public final class BlobsCommand {

  /** Runs one of them and ends the program with one of {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    CommandLine line =
        new CommandLine(new BlobsCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        new FailureMessages(Neo4jException.class, BlobException.class));
    return line.execute(args);
  }
}
