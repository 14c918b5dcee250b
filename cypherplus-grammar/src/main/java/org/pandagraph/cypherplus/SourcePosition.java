/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/**
 * A place in a statement's text, as Neo4j prints it: line and column from 1, offset from 0, the
 * line itself, a caret. Immutable.
 */
public final class SourcePosition {
  /** Of a longer line, the part around the place is shown. */
  private static final int LONGEST_LINE = 160;

  private final String text;
  private final int offset;

  private SourcePosition(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  /** The place at this offset; clamped to the text. */
  public static SourcePosition of(String text, int offset) {
    return new SourcePosition(text, Math.max(0, Math.min(offset, text.length())));
  }

  public int offset() {
    return offset;
  }

  /** Line, from 1. */
  public int line() {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  /** Column in UTF-16 units, from 1. */
  public int column() {
    return offset - lineStart() + 1;
  }

  private int lineStart() {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The problem with its place: {@code problem (line 1, column 8 (offset: 7))}, line, caret. */
  public String describe(String problem) {
    int start = lineStart();
    int end = text.indexOf('\n', offset);
    end = end < 0 ? text.length() : end;
    int from = Math.max(start, Math.min(offset - LONGEST_LINE / 2, end - LONGEST_LINE));
    int to = Math.min(end, from + LONGEST_LINE);
    String shown = text.substring(from, to).replace('\r', ' ');
    return String.format(
        "%s (line %d, column %d (offset: %d))\n\"%s\"\n%s^",
        problem, line(), column(), offset, shown, " ".repeat(offset - from + 1));
  }
}
