/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import java.util.HashMap;
import java.util.Map;

/** The runs of three characters (code points) in a text, and how often each occurs. */
final class Trigrams {
  private Trigrams() {}

  /** A text shorter than three characters is one gram itself; an empty one has none. */
  static Map<CharSequence, Integer> of(String text) {
    Map<CharSequence, Integer> counts = new HashMap<>();
    int[] points = text.codePoints().toArray();
    if (points.length == 0) {
      return counts;
    }
    if (points.length < 3) {
      counts.put(text, 1);
      return counts;
    }
    for (int i = 0; i + 3 <= points.length; i++) {
      counts.merge(new String(points, i, 3), 1, Integer::sum);
    }
    return counts;
  }
}
