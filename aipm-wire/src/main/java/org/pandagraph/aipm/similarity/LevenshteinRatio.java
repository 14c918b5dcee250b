/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import org.apache.commons.text.similarity.LevenshteinDistance;
import org.pandagraph.aipm.wire.ModelDescriptor;

/**
 * {@code 1 - d / n}, where d is the Levenshtein distance (insertions, deletions and replacements of
 * UTF-16 characters) and n the length of the longer string. Its default threshold 0.7 means that
 * three characters in ten may differ.
 */
public final class LevenshteinRatio implements TextComparator {
  private static final ModelDescriptor DESCRIPTOR =
      TextComparators.describe("levenshtein", 0.7, 40)
          .description("1 - edit distance / length of the longer string")
          .build();

  private final LevenshteinDistance algorithm = new LevenshteinDistance();

  @Override
  public ModelDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public double similarity(String x, String y) {
    if (x.equals(y)) {
      return 1;
    }
    TextComparators.checkLength("levenshtein", JaroWinkler.MAX_LENGTH, x, y);
    return 1 - (double) algorithm.apply(x, y) / Math.max(x.length(), y.length());
  }
}
