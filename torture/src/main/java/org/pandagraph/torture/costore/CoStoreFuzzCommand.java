/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pandagraph.distribution.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./panda fuzz costore}. */
@Command(
    name = "costore",
    description = "Asks random queries with filters pushed down and without, and compares.")
public final class CoStoreFuzzCommand implements Callable<Integer> {
  @Option(names = "--parts", required = true)
  private Path parts;

  @Option(names = "--work", required = true)
  private Path work;

  @Option(names = "--minutes", defaultValue = "10")
  private int minutes;

  @Option(names = "--seed")
  private Long seed;

  /** Runs it and ends the program with one of {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new CoStoreFuzzCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long chosen = seed == null ? System.nanoTime() : seed;
    System.out.println("    --seed " + chosen + " makes the same choices again");
    FuzzFindings findings;
    try (ServersUnderTest servers = ServersUnderTest.start(parts, work, Map.of())) {
      CoStoreFuzz fuzz = new CoStoreFuzz(servers.driver(), chosen, System.out::println);
      findings = fuzz.run(Duration.ofMinutes(minutes));
    }
    System.out.println(findings);
    return findings.isClean() ? ExitCode.OK : ExitCode.FAILED;
  }
}
