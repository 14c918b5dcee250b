/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.util.HashMap;
import java.util.Map;

/** How alike any two found faces are, as the server says. Symmetric; not thread-safe. */
final class Likeness {
  private final Map<FoundFace, Map<FoundFace, Double>> similarity = new HashMap<>();

  /**
   * @param value in [0,1]
   */
  void put(FoundFace x, FoundFace y, double value) {
    similarity.computeIfAbsent(x, k -> new HashMap<>()).put(y, value);
    similarity.computeIfAbsent(y, k -> new HashMap<>()).put(x, value);
  }

  /** In [0,1]. */
  double of(FoundFace x, FoundFace y) {
    Double value = similarity.getOrDefault(x, Map.of()).get(y);
    if (value == null) {
      throw new IllegalStateException("the server did not compare " + x + " with " + y);
    }
    return value;
  }
}
