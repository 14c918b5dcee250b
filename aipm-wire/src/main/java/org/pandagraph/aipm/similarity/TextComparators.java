/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import java.util.List;
import java.util.Optional;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/** The text comparators there are. Without a name, {@code string : string} takes jaro. */
public final class TextComparators {
  private static final ValueDomain STRING = ValueDomain.of("string");

  private static final List<TextComparator> ALL =
      List.of(new JaroWinkler(), new TrigramJaccard(), new TrigramCosine(), new LevenshteinRatio());

  private TextComparators() {}

  public static List<TextComparator> all() {
    return ALL;
  }

  /** The one of that name, if there is one. */
  public static Optional<TextComparator> named(String algorithm) {
    return ALL.stream().filter(c -> c.descriptor().name().equals(algorithm)).findFirst();
  }

  static ModelDescriptor.Builder describe(String name, double threshold, int priority) {
    return ModelDescriptor.comparator(name, "1", STRING, STRING)
        .metric(Metric.SERVICE)
        .defaultThreshold(threshold)
        .costMillis(0.001)
        .priority(priority);
  }

  static void checkLength(String algorithm, int max, String x, String y) {
    int longer = Math.max(x.length(), y.length());
    if (longer > max) {
      throw new SimilarityException(
          "`"
              + algorithm
              + "` compares strings of at most "
              + max
              + " characters, not "
              + longer
              + "; `cosine` and `jaccard` take longer ones");
    }
  }
}
