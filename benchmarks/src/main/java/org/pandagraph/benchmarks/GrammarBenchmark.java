/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.pandagraph.benchmarks.grammar.PlainCheckBenchmark;
import org.pandagraph.benchmarks.grammar.TranslateBenchmark;

/**
 * Measures the grammar, in under a minute. Argument: {@code --json FILE} adds the figures to the
 * report "grammar" in that file. Prints the report. {@code grammar.md} says how to read it.
 */
public final class GrammarBenchmark {
  /** The name of the report. */
  public static final String NAME = "grammar";

  private GrammarBenchmark() {}

  public static void main(String[] args) throws IOException, RunnerException {
    Path json = null;
    if (args.length == 2 && args[0].equals("--json")) {
      json = Path.of(args[1]);
    } else if (args.length > 0) {
      System.err.println("Expected --json FILE and nothing else");
      System.exit(64);
    }
    BenchmarkReport report =
        json == null ? new BenchmarkReport(NAME) : BenchmarkReport.readOrNew(json, NAME);
    measure(report);
    if (json != null) {
      report.write(json);
    }
    System.out.println(report);
  }

  /** Runs all measurements and puts their figures, in microseconds, into the report. */
  public static void measure(BenchmarkReport report) throws RunnerException {
    for (RunResult result : run()) {
      String key = keyOf(result.getParams().getBenchmark());
      // The median: other load on the machine stretches some samples, not half of them.
      report.figure(key, result.getPrimaryResult().getStatistics().getPercentile(50) / 1_000);
    }
  }

  private static String keyOf(String benchmark) {
    switch (benchmark.substring(benchmark.lastIndexOf('.') + 1)) {
      case "unseen":
        return "plain_check_us";
      case "seen":
        return "plain_check_cached_us";
      case "quotingConstructs":
        return "plain_check_quoting_us";
      case "translate":
        return "translate_us";
      case "translateLongest":
        return "translate_longest_us";
      default:
        throw new IllegalArgumentException(benchmark);
    }
  }

  private static Collection<RunResult> run() throws RunnerException {
    // A launcher with class loaders of its own (exec:java) leaves nothing to fork with.
    boolean canFork = System.getProperty("java.class.path", "").contains("jmh-core");
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(PlainCheckBenchmark.class.getName())
            .include(TranslateBenchmark.class.getName())
            .forks(canFork ? 1 : 0)
            .threads(1)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.milliseconds(700))
            .timeUnit(TimeUnit.NANOSECONDS)
            .verbosity(VerboseMode.SILENT)
            .jvmArgsAppend("-Xmx512m")
            .shouldFailOnError(true);
    return new Runner(options.build()).run();
  }
}
