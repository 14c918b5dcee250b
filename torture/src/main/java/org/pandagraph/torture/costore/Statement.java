/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A statement being written, with its parameters. Not thread-safe. */
final class Statement {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Object> parameters = new HashMap<>();

  /** Adds to its text. */
  Statement add(String part) {
    text.append(part);
    return this;
  }

  /** A new parameter, as it is referred to. */
  String parameter(Object value) {
    String name = "v" + parameters.size();
    parameters.put(name, value);
    return "$" + name;
  }

  /** The same text, which Neo4j has planned already, with other values. */
  Statement with(UnaryOperator<Object> others) {
    Statement same = new Statement().add(text());
    parameters.forEach((name, value) -> same.parameters.put(name, others.apply(value)));
    return same;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** Its text. */
  String text() {
    return text.toString();
  }

  /** For messages; values that are long are cut. */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder(text).append("   ");
    parameters.forEach(
        (name, value) -> {
          String one = String.valueOf(value);
          shown
              .append(name)
              .append('=')
              .append(one.length() > 80 ? one.substring(0, 80) + "..." : one)
              .append(' ');
        });
    return shown.toString();
  }
}
