/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Cuts a list into runs that are short enough and small enough for one request. */
final class Batches {
  private Batches() {}

  /**
   * @param sizes bytes of the item at an index
   * @return the start of each batch, and the end of the last one; an item larger than maxBytes is a
   *     batch of its own
   */
  static List<Integer> bounds(int count, IntToLongFunction sizes, int maxCount, long maxBytes) {
    List<Integer> bounds = new ArrayList<>();
    bounds.add(0);
    int start = 0;
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      long size = sizes.applyAsLong(i);
      if (i > start && (i - start >= maxCount || bytes + size > maxBytes)) {
        bounds.add(i);
        start = i;
        bytes = 0;
      }
      bytes += size;
    }
    if (count > 0) {
      bounds.add(count);
    }
    return bounds;
  }
}
