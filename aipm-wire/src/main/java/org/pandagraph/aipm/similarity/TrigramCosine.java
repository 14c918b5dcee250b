/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import org.apache.commons.text.similarity.CosineSimilarity;
import org.pandagraph.aipm.wire.ModelDescriptor;

/**
 * Cosine of the two vectors of character trigram counts. Fit for longer texts, where {@link
 * JaroWinkler} sees too much that agrees by chance. Its default threshold is 0.6.
 */
public final class TrigramCosine implements TextComparator {
  private static final ModelDescriptor DESCRIPTOR =
      TextComparators.describe("cosine", 0.6, 60)
          .description("Cosine of the character trigram counts of two strings")
          .build();

  private final CosineSimilarity algorithm = new CosineSimilarity();

  @Override
  public ModelDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public double similarity(String x, String y) {
    if (x.equals(y)) {
      return 1;
    }
    if (x.isEmpty() || y.isEmpty()) {
      return 0;
    }
    double cosine = algorithm.cosineSimilarity(Trigrams.of(x), Trigrams.of(y));
    return Math.min(1, Math.max(0, cosine));
  }
}
