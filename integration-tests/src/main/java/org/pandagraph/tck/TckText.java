/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** How the TCK writes values, as far as it is the same for every kind of client. */
final class TckText {
  private TckText() {}

  static String string(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  static <T> String list(Collection<T> items, java.util.function.Function<T, String> text) {
    return items.stream().map(text).collect(Collectors.joining(", ", "[", "]"));
  }

  static <T> String map(Map<String, T> entries, java.util.function.Function<T, String> text) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + text.apply(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  static <T> String node(
      Collection<String> labels,
      Map<String, T> properties,
      java.util.function.Function<T, String> text) {
    StringBuilder out = new StringBuilder("(");
    labels.forEach(label -> out.append(':').append(label));
    if (!properties.isEmpty()) {
      out.append(labels.isEmpty() ? "" : " ").append(map(properties, text));
    }
    return out.append(')').toString();
  }

  static <T> String relationship(
      String type, Map<String, T> properties, java.util.function.Function<T, String> text) {
    return "[:" + type + (properties.isEmpty() ? "" : " " + map(properties, text)) + "]";
  }

  static String step(boolean forwards, String relationship, String node) {
    return (forwards ? "-" + relationship + "->" : "<-" + relationship + "-") + node;
  }
}
