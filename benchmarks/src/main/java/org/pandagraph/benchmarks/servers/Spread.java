/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.servers;

import java.util.Arrays;

/**
 * Median and quartiles of some measurements.
 *
 * @param lower the lower quartile
 * @param upper the upper quartile
 */
public record Spread(double median, double lower, double upper) {
  /** Of any number of values but none, in any order. */
  public static Spread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75));
  }

  /** Between two measurements in proportion. */
  private static double at(double[] sorted, double quantile) {
    double place = quantile * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
