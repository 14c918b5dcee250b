/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.io.IOException;
import java.util.Map;
import org.pandagraph.distribution.ExitCode;
import org.pandagraph.torture.SeededCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./panda torture costore}. */
@Command(
    name = "costore",
    description = "Kills, pauses and breaks Neo4j and Elasticsearch under a write load.")
public final class CoStoreTortureCommand extends SeededCommand {
  @Option(names = "--rounds", defaultValue = "30")
  private int rounds;

  /** Runs it and ends the program with one of {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new CoStoreTortureCommand()).execute(args));
  }

  @Override
  protected boolean run(long chosen) throws IOException, InterruptedException {
    TortureFindings findings;
    try (ServersUnderTest servers = ServersUnderTest.start(parts(), work(), Map.of())) {
      findings = new CoStoreTorture(servers, chosen, System.out::println).run(rounds);
    }
    findings.details().forEach(System.out::println);
    System.out.println(findings);
    return findings.isClean();
  }
}
