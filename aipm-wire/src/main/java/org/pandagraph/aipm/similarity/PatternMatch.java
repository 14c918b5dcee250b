/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Whether a regular expression matches the whole of a text, in time linear in the text: the syntax
 * is RE2's, which has no back-references and no look-around, so that no expression can hang a
 * query.
 */
final class PatternMatch {
  /** A longer expression is hardly one for a number plate; it bounds the automaton's size. */
  static final int MAX_PATTERN_LENGTH = 1_000;

  private static final double MAX_SIZE = 200_000;

  private static final java.util.regex.Pattern REPETITION =
      java.util.regex.Pattern.compile("\\{(\\d{1,6})(?:,(\\d{1,6})?)?\\}");

  private static volatile Pattern last;

  private PatternMatch() {}

  static boolean matches(String expression, String text) {
    // A query asks for the same expression row after row.
    Pattern pattern = last;
    if (pattern == null || !pattern.pattern().equals(expression)) {
      pattern = compile(expression);
      last = pattern;
    }
    return pattern.matches(text);
  }

  /** RE2 writes repetitions out, and nested ones multiply. */
  private static void checkSize(String expression) {
    double size = expression.length();
    java.util.regex.Matcher repetition = REPETITION.matcher(expression);
    while (repetition.find()) {
      String most = repetition.group(2) == null ? repetition.group(1) : repetition.group(2);
      size *= Math.max(1, Integer.parseInt(most));
    }
    if (size > MAX_SIZE) {
      throw new SimilarityException(
          "the repetitions in the regular expression `" + expression + "` are too many");
    }
  }

  private static Pattern compile(String expression) {
    if (expression.length() > MAX_PATTERN_LENGTH) {
      throw new SimilarityException(
          "a regular expression may have "
              + MAX_PATTERN_LENGTH
              + " characters, not "
              + expression.length());
    }
    checkSize(expression);
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new SimilarityException(
          "`"
              + expression
              + "` is no regular expression of RE2 syntax: "
              + e.getDescription()
              + (e.getPattern() == null ? "" : " at `" + e.getPattern() + "`"),
          e);
    }
  }
}
