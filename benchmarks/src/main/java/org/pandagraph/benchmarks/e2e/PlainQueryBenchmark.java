/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.benchmarks.e2e.Comparison.Cost;
import org.pandagraph.benchmarks.servers.SequencedSettings;
import org.pandagraph.benchmarks.servers.SharedJvm;
import org.pandagraph.benchmarks.servers.Spread;
import org.pandagraph.servers.Folders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the plugin costs a query that is plain Cypher: three Neo4j servers in one JVM, one of them
 * with CypherPlus on, asked over Bolt in turns. {@code plain-queries.md} says how to read it.
 */
@Command(name = "plain-queries")
public final class PlainQueryBenchmark implements Callable<Integer> {
  @Option(names = "--parts", required = true)
  private Path parts;

  @Option(names = "--work", required = true)
  private Path work;

  @Option(names = "--json")
  private Path json;

  @Option(names = "--starts", defaultValue = "9")
  private int starts;

  @Option(names = "--rounds", defaultValue = "3000")
  private int rounds;

  private final List<Map<Contestant, Cost>> measured = new ArrayList<>();

  /** Measures and ends the program. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new PlainQueryBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Contestant> order = new ArrayList<>(List.of(Contestant.values()));
    for (int start = 1; start <= starts; start++) {
      Folders.delete(work);
      try (SharedJvm servers = new SharedJvm(parts, work, "1g", settings(order))) {
        measured.add(new Comparison(servers).run(rounds));
      }
      // Who starts first, and so lies where in memory, takes turns.
      Collections.rotate(order, 1);
      print(start);
    }
    BenchmarkReport report =
        json == null ? new BenchmarkReport("grammar") : BenchmarkReport.readOrNew(json, "grammar");
    ratio(report, "plain_with_over_without", PlainQueryBenchmark::withOverWithout);
    ratio(report, "plain_without_over_without", PlainQueryBenchmark::withoutOverWithout);
    ratio(report, "plain_processor_with_over_without", costs -> processor(costs, Contestant.WITH));
    ratio(
        report,
        "plain_processor_without_over_without",
        costs -> processor(costs, Contestant.WITHOUT_AGAIN));
    report
        .figure("plain_with_us", median(costs -> costs.get(Contestant.WITH).sumMicros()))
        .figure("plain_without_us", median(costs -> costs.get(Contestant.WITHOUT).sumMicros()))
        .figure("plain_allocated_more_bytes", median(PlainQueryBenchmark::allocatedMore))
        .figure(
            "plain_allocated_bytes",
            median(costs -> costs.get(Contestant.WITHOUT).allocatedBytes()));
    if (json != null) {
      report.write(json);
    }
    System.out.println(report);
    return 0;
  }

  private static SequencedSettings settings(List<Contestant> order) {
    SequencedSettings settings = new SequencedSettings();
    for (Contestant contestant : order) {
      settings.add(
          contestant.name(),
          Map.of(
              "dbms.memory.pagecache.size",
              "64m",
              "panda.enabled",
              Boolean.toString(contestant.plugin())));
    }
    return settings;
  }

  private void print(int start) {
    Map<Contestant, Cost> costs = measured.get(start - 1);
    System.out.printf(
        Locale.ROOT,
        "    start %d of %d: latency %.4f (without/without %.4f), processor time %.4f (%.4f),"
            + " %+.0f bytes a query%n",
        start,
        starts,
        withOverWithout(costs),
        withoutOverWithout(costs),
        processor(costs, Contestant.WITH),
        processor(costs, Contestant.WITHOUT_AGAIN),
        allocatedMore(costs));
  }

  private static double withOverWithout(Map<Contestant, Cost> costs) {
    return costs.get(Contestant.WITH).latencyOver(costs.get(Contestant.WITHOUT));
  }

  private static double withoutOverWithout(Map<Contestant, Cost> costs) {
    return costs.get(Contestant.WITHOUT_AGAIN).latencyOver(costs.get(Contestant.WITHOUT));
  }

  private static double processor(Map<Contestant, Cost> costs, Contestant contestant) {
    return costs.get(contestant).processorMicros()
        / costs.get(Contestant.WITHOUT).processorMicros();
  }

  private static double allocatedMore(Map<Contestant, Cost> costs) {
    return costs.get(Contestant.WITH).allocatedBytes()
        - costs.get(Contestant.WITHOUT).allocatedBytes();
  }

  private void ratio(
      BenchmarkReport report, String key, ToDoubleFunction<Map<Contestant, Cost>> of) {
    Spread spread = Spread.of(measured.stream().mapToDouble(of).toArray());
    report
        .ratio(key, spread.median())
        .ratio(key + "_lower_quartile", spread.lower())
        .ratio(key + "_upper_quartile", spread.upper());
  }

  private double median(ToDoubleFunction<Map<Contestant, Cost>> of) {
    return Spread.of(measured.stream().mapToDouble(of).toArray()).median();
  }
}
