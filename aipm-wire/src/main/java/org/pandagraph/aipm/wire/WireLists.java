/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import java.util.List;

/** What the lists of requests must be. */
final class WireLists {
  private WireLists() {}

  static <T> List<T> nonNull(String name, List<T> list) {
    if (list == null) {
      throw new IllegalArgumentException("`" + name + "` is a list");
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == null) {
        throw new IllegalArgumentException("`" + name + "[" + i + "]` is null");
      }
    }
    return List.copyOf(list);
  }

  static void sameSize(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      throw new IllegalArgumentException(
          "`left` and `right` are of one length, not " + left.size() + " and " + right.size());
    }
  }
}
