/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pandagraph.distribution.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./panda torture costore}. */
@Command(
    name = "costore",
    description = "Kills, pauses and breaks Neo4j and Elasticsearch under a write load.")
public final class CoStoreTortureCommand implements Callable<Integer> {
  @Option(names = "--parts", required = true)
  private Path parts;

  @Option(names = "--work", required = true)
  private Path work;

  @Option(names = "--rounds", defaultValue = "30")
  private int rounds;

  @Option(names = "--seed")
  private Long seed;

  /** Runs it and ends the program with one of {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new CoStoreTortureCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long chosen = seed == null ? System.nanoTime() : seed;
    System.out.println("    --seed " + chosen + " makes the same choices again");
    TortureFindings findings;
    try (ServersUnderTest servers = ServersUnderTest.start(parts, work, Map.of())) {
      findings = new CoStoreTorture(servers, chosen, System.out::println).run(rounds);
    }
    findings.details().forEach(System.out::println);
    System.out.println(findings);
    return findings.isClean() ? ExitCode.OK : ExitCode.FAILED;
  }
}
