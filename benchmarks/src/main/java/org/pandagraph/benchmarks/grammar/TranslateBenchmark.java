/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.grammar;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.pandagraph.cypherplus.CypherPlusTranslator;
import org.pandagraph.cypherplus.Translation;

/** What it costs to translate a CypherPlus query: tokens, parse and splices, no cache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TranslateBenchmark {
  private final CypherPlusTranslator translator = CypherPlusTranslator.create(0, 0);
  private final List<String> queries = SampleQueries.cypherPlus();

  /** All queries in turn; the figure is for one of them. */
  @Benchmark
  @OperationsPerInvocation(SampleQueries.CYPHER_PLUS)
  public void translate(Blackhole blackhole) {
    for (String query : queries) {
      blackhole.consume(translator.translate(query));
    }
  }

  /** The longest of them alone. */
  @Benchmark
  public Translation translateLongest() {
    return translator.translate(queries.get(0));
  }
}
