/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import java.util.Map;
import java.util.stream.Collectors;

/** A procedure's figures as a line of text. */
final class Figures {
  private Figures() {}

  /** {@code name 1, another name 2}: the names as words, in the order given. */
  static String line(Map<String, Object> figures) {
    return figures.entrySet().stream()
        .map(figure -> words(figure.getKey()) + " " + figure.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }
}
