/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.blobs;

import java.util.Arrays;
import java.util.Locale;

/**
 * Measures two ways of doing the same in turns within one run: whoever came second in one round
 * comes first in the next. For one thread.
 */
final class Sides {
  /** Until the compilers of both processes are done with what is measured. */
  private static final long WARM_UP_NANOS = 8_000_000_000L;

  private final int rounds;

  /**
   * @param rounds how many are counted, after a warm-up
   */
  Sides(int rounds) {
    this.rounds = rounds;
  }

  /** What is measured: so many operations, timed as a whole. */
  interface Side {
    /**
     * Does it once.
     *
     * @param round from 0, the warm-up included: contents that are written depend on it
     */
    void run(int round) throws Exception;
  }

  /**
   * What was found.
   *
   * @param firstMillis median milliseconds of a round of the first side
   * @param secondMillis the same of the second
   * @param speedup median over the rounds of second / first: how many times as fast the first is
   * @param least least of these
   * @param most greatest of these
   */
  record Finding(
      double firstMillis, double secondMillis, double speedup, double least, double most) {
    Finding print(String what) {
      System.out.printf(
          Locale.ROOT,
          "    %-34s %10.3f ms against %10.3f ms: %.2f times as fast (%.2f to %.2f)%n",
          what,
          firstMillis,
          secondMillis,
          speedup,
          least,
          most);
      return this;
    }
  }

  Finding compare(Side first, Side second) throws Exception {
    double[] a = new double[rounds];
    double[] b = new double[rounds];
    double[] ratios = new double[rounds];
    int warmUp = 0;
    for (long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end; warmUp++) {
      first.run(warmUp);
      second.run(warmUp);
    }
    for (int i = warmUp; i < warmUp + rounds; i++) {
      double one;
      double other;
      if (i % 2 == 0) {
        one = millis(first, i);
        other = millis(second, i);
      } else {
        other = millis(second, i);
        one = millis(first, i);
      }
      a[i - warmUp] = one;
      b[i - warmUp] = other;
      ratios[i - warmUp] = other / one;
    }
    Arrays.sort(ratios);
    return new Finding(median(a), median(b), median(ratios), ratios[0], ratios[rounds - 1]);
  }

  private static double millis(Side side, int round) throws Exception {
    long start = System.nanoTime();
    side.run(round);
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
