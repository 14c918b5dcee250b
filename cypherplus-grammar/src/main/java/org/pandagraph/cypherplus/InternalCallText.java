/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.ArrayList;
import java.util.List;

/** The arguments of a call in text that Neo4j made. Immutable. */
final class InternalCallText {
  private final List<String> arguments;
  private final int end;

  private InternalCallText(List<String> arguments, int end) {
    this.arguments = arguments;
    this.end = end;
  }

  /**
   * Reads the arguments behind a function's name.
   *
   * @return null where no complete list of arguments follows
   */
  static InternalCallText read(String text, int from) {
    int open = from;
    while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
      open++;
    }
    if (open >= text.length() || text.charAt(open) != '(') {
      return null;
    }
    List<String> arguments = new ArrayList<>(3);
    int depth = 0;
    int start = open + 1;
    int i = open;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
        if (depth == 0) {
          arguments.add(text.substring(start, i));
          return c == ')' ? new InternalCallText(arguments, i + 1) : null;
        }
      } else if (c == ',' && depth == 1) {
        arguments.add(text.substring(start, i));
        start = i + 1;
      } else if (c == '\'' || c == '"' || c == '`') {
        i = closing(text, i) - 1;
      }
      i++;
    }
    return null;
  }

  /** Past the string or quoted name that opens here; the end of the text where it is cut. */
  static int closing(String text, int open) {
    char quote = text.charAt(open);
    int i = open + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '`') {
        i++;
      } else if (c == quote) {
        if (quote != '`' || i + 1 >= text.length() || text.charAt(i + 1) != '`') {
          return i + 1;
        }
        i++;
      }
      i++;
    }
    return text.length();
  }

  List<String> arguments() {
    return arguments;
  }

  /** Past the closing parenthesis. */
  int end() {
    return end;
  }

  /** The one key of a map argument without backticks, or null where the argument is none. */
  String keyOf(int argument) {
    if (argument >= arguments.size()) {
      return null;
    }
    String map = arguments.get(argument).trim();
    if (!map.startsWith("{") || !map.endsWith("}")) {
      return null;
    }
    String entry = map.substring(1, map.length() - 1).trim();
    if (entry.startsWith("`")) {
      int end = closing(entry, 0);
      return entry.startsWith("`", end - 1) && end > 1
          ? Names.unquoted(entry.substring(0, end))
          : null;
    }
    // Without backticks, as some of Neo4j's texts are: the offset stands behind the last colon.
    int colon = entry.lastIndexOf(':');
    return colon <= 0 ? null : entry.substring(0, colon).trim();
  }

  /** What a string literal holds; the text itself where it is cut. */
  static String stringContent(String literal) {
    StringBuilder content = new StringBuilder(literal.length());
    int end = literal.length();
    if (end > 1 && literal.charAt(end - 1) == literal.charAt(0)) {
      end--;
    }
    for (int i = 1; i < end; i++) {
      char c = literal.charAt(i);
      content.append(c == '\\' && i + 1 < end ? literal.charAt(++i) : c);
    }
    return content.toString();
  }
}
