/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pandagraph.benchmarks.BenchmarkReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the plugin costs a query that is plain Cypher: the latency over Bolt of two Neo4j servers
 * that differ in one jar, asked in turns within one run.
 */
@Command(name = "plain-queries")
public final class PlainQueryBenchmark implements Callable<Integer> {
  private static final String RATIO = "plain_with_over_without";

  @Option(names = "--parts", required = true)
  private Path parts;

  @Option(names = "--work", required = true)
  private Path work;

  @Option(names = "--json")
  private Path json;

  @Option(names = "--forks", defaultValue = "3")
  private int forks;

  @Option(names = "--rounds", defaultValue = "4000")
  private int rounds;

  /** Measures and ends the program. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new PlainQueryBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Double> ratios = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int fork = 1; fork <= forks; fork++) {
      Comparison.Medians medians = measure(fork);
      System.out.printf(
          Locale.ROOT,
          "    servers %d of %d: %.1f us with, %.1f us without, ratio %.4f%n",
          fork,
          forks,
          medians.withMicros(),
          medians.withoutMicros(),
          medians.ratio());
      ratios.add(medians.ratio());
      with.add(medians.withMicros());
      without.add(medians.withoutMicros());
    }
    BenchmarkReport report =
        json == null ? new BenchmarkReport("grammar") : BenchmarkReport.readOrNew(json, "grammar");
    report
        .ratio(RATIO, median(ratios))
        .figure("plain_with_us", median(with))
        .figure("plain_without_us", median(without));
    if (json != null) {
      report.write(json);
    }
    System.out.println(report);
    return 0;
  }

  private Comparison.Medians measure(int fork) throws IOException, InterruptedException {
    // Which server starts first, and so lies where in memory and time, takes turns.
    boolean withFirst = fork % 2 == 1;
    try (BenchServer first = BenchServer.start(parts, work.resolve("first"), withFirst);
        BenchServer second = BenchServer.start(parts, work.resolve("second"), !withFirst)) {
      return new Comparison(withFirst ? first : second, withFirst ? second : first).run(rounds);
    }
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
