/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import java.util.Set;
import org.pandagraph.aipm.wire.ModelDescriptor;

/**
 * Jaccard index of the two sets of character trigrams: what is in both over what is in either. The
 * order of words hardly matters, the order of letters does. Its default threshold is 0.5.
 */
public final class TrigramJaccard implements TextComparator {
  private static final ModelDescriptor DESCRIPTOR =
      TextComparators.describe("jaccard", 0.5, 80)
          .description("Jaccard index of the character trigrams of two strings")
          .build();

  @Override
  public ModelDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public double similarity(String x, String y) {
    if (x.equals(y)) {
      return 1;
    }
    Set<CharSequence> left = Trigrams.of(x).keySet();
    Set<CharSequence> right = Trigrams.of(y).keySet();
    long both = left.stream().filter(right::contains).count();
    long either = left.size() + right.size() - both;
    return either == 0 ? 0 : (double) both / either;
  }
}
