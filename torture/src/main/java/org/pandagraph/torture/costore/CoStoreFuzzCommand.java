/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.pandagraph.distribution.ExitCode;
import org.pandagraph.torture.SeededCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./panda fuzz costore}. */
@Command(
    name = "costore",
    description = "Asks random queries with filters pushed down and without, and compares.")
public final class CoStoreFuzzCommand extends SeededCommand {
  @Option(names = "--minutes", defaultValue = "10")
  private int minutes;

  /** Runs it and ends the program with one of {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new CoStoreFuzzCommand()).execute(args));
  }

  @Override
  protected boolean run(long chosen) throws IOException, InterruptedException {
    FuzzFindings findings;
    try (ServersUnderTest servers = ServersUnderTest.start(parts(), work(), Map.of())) {
      CoStoreFuzz fuzz = new CoStoreFuzz(servers.driver(), chosen, System.out::println);
      findings = fuzz.run(Duration.ofMinutes(minutes));
    }
    System.out.println(findings);
    return findings.isClean();
  }
}
