/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

import java.util.Optional;

/**
 * Some terms that lie side by side; without the key. Immutable.
 *
 * <p>Ends of ranges hold no characters from U+D800 up, so that Java compares them as Lucene does.
 */
public final class TermRange {
  private final String from;
  private final String to;
  private final boolean withTo;

  private TermRange(String from, String to, boolean withTo) {
    this.from = from;
    this.to = to;
    this.withTo = withTo;
  }

  static TermRange atLeast(String from) {
    return new TermRange(from, nextTag(from), false);
  }

  static TermRange moreThan(String from) {
    // The term that follows at once: no term holds U+0000 just there but a string's.
    return new TermRange(from + '\u0000', nextTag(from), false);
  }

  static TermRange lessThan(String to) {
    return new TermRange(to.substring(0, 1), to, false);
  }

  static TermRange atMost(String to) {
    return new TermRange(to.substring(0, 1), to, true);
  }

  static TermRange all(char tag) {
    String from = String.valueOf(tag);
    return new TermRange(from, nextTag(from), false);
  }

  /** The terms that are in both; empty where there can be none. */
  public Optional<TermRange> and(TermRange other) {
    String start = from.compareTo(other.from) >= 0 ? from : other.from;
    int ends = to.compareTo(other.to);
    String end = ends <= 0 ? to : other.to;
    boolean withEnd = (ends > 0 || withTo) && (ends < 0 || other.withTo);
    int length = end.compareTo(start);
    return length > 0 || length == 0 && withEnd
        ? Optional.of(new TermRange(start, end, withEnd))
        : Optional.empty();
  }

  private static String nextTag(String term) {
    return String.valueOf((char) (term.charAt(0) + 1));
  }

  /** The first of them. */
  public String from() {
    return from;
  }

  /** Where they end. */
  public String to() {
    return to;
  }

  /** Whether {@link #to} is one of them. */
  public boolean isWithTo() {
    return withTo;
  }

  @Override
  public String toString() {
    return "[" + from + ", " + to + (withTo ? "]" : ")");
  }
}
