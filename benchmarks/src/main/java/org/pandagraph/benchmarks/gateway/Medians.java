/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.gateway;

import java.util.Arrays;

/** Times two ways of doing the same in turns, so that both meet the same machine. */
final class Medians {
  private final double oursNanos;
  private final double theirsNanos;

  private Medians(double oursNanos, double theirsNanos) {
    this.oursNanos = oursNanos;
    this.theirsNanos = theirsNanos;
  }

  /** One way; gives the nanoseconds that it took. */
  interface Timed {
    long run() throws Exception;
  }

  /** Takes turns, a fifth of the rounds more to warm up, and keeps the medians. */
  static Medians of(int rounds, Timed ours, Timed theirs) throws Exception {
    return of(rounds, Math.max(1, rounds / 5), ours, theirs);
  }

  /**
   * Takes turns, and keeps the medians.
   *
   * @param warmUp how many rounds do not count, before the first that does
   */
  static Medians of(int rounds, int warmUp, Timed ours, Timed theirs) throws Exception {
    long[] a = new long[rounds];
    long[] b = new long[rounds];
    for (int i = -warmUp; i < rounds; i++) {
      long first = i % 2 == 0 ? ours.run() : theirs.run();
      long second = i % 2 == 0 ? theirs.run() : ours.run();
      if (i >= 0) {
        a[i] = i % 2 == 0 ? first : second;
        b[i] = i % 2 == 0 ? second : first;
      }
    }
    return new Medians(median(a), median(b));
  }

  /** Runs something and gives the nanoseconds that it took. */
  static long time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static double median(long[] values) {
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2.0;
  }

  double oursMillis() {
    return oursNanos / 1e6;
  }

  double theirsMillis() {
    return theirsNanos / 1e6;
  }

  /** How many times as fast as theirs: above 1, ours is faster. */
  double speed() {
    return theirsNanos / oursNanos;
  }
}
