/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.pandagraph.aipm.wire.ModelDescriptor;

/**
 * Jaro-Winkler similarity: good for names, forgives swapped letters, favours a common beginning.
 * The default for two strings. Its default threshold 0.8 takes one slip in a short name for the
 * same name ({@code Jon}, {@code John}: 0.93) and keeps different names apart.
 */
public final class JaroWinkler implements TextComparator {
  /** Its time grows with the product of the lengths. */
  static final int MAX_LENGTH = 20_000;

  private static final ModelDescriptor DESCRIPTOR =
      TextComparators.describe("jaro", 0.8, 100)
          .description("Jaro-Winkler similarity of two strings")
          .build();

  private final JaroWinklerSimilarity algorithm = new JaroWinklerSimilarity();

  @Override
  public ModelDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public double similarity(String x, String y) {
    if (x.equals(y)) {
      return 1;
    }
    TextComparators.checkLength("jaro", MAX_LENGTH, x, y);
    return algorithm.apply(x, y);
  }
}
