/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.grammar;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.pandagraph.cypherplus.CypherPlusTranslator;

/** What the translator costs a plain query of 300 characters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlainCheckBenchmark {
  private static final int TEXTS = 16_384;
  private static final int SEEN = 16;

  /**
   * One sample: long enough for the clock, short enough that most are undisturbed by other load.
   */
  private static final int BATCH = 64;

  private final CypherPlusTranslator translator = CypherPlusTranslator.create();
  private final String[] unseen = new String[TEXTS];
  private final String[] seen = new String[TEXTS];
  private final String[] quoting = new String[TEXTS];
  private int next;
  private int round;

  /**
   * Fresh objects for each iteration, as they come off the wire: none has its hash computed. The
   * unseen ones differ from all before.
   */
  @Setup(Level.Iteration)
  public void freshTexts() {
    round++;
    for (int i = 0; i < TEXTS; i++) {
      unseen[i] = SampleQueries.plain(round * TEXTS + i);
      seen[i] = SampleQueries.plain(i % SEEN);
      quoting[i] = SampleQueries.plainQuotingConstructs(round * TEXTS + i);
    }
    for (int i = 0; i < SEEN; i++) {
      translator.translate(seen[i]);
    }
  }

  /** A query never seen before. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void unseen(Blackhole blackhole) {
    checkBatch(unseen, blackhole);
  }

  /** One of a few queries seen before, in a string object of its own. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void seen(Blackhole blackhole) {
    checkBatch(seen, blackhole);
  }

  /** A query whose strings and comments hold the characters of constructs: the worst case. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void quotingConstructs(Blackhole blackhole) {
    checkBatch(quoting, blackhole);
  }

  private void checkBatch(String[] texts, Blackhole blackhole) {
    for (int i = 0; i < BATCH; i++) {
      blackhole.consume(translator.translate(texts[next++ & (TEXTS - 1)]));
    }
  }
}
