/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/** Tells whether an expression's text can be an operand without parentheses. */
final class OperandText {
  private OperandText() {}

  /**
   * Whether the text is one atom with what is glued to it: no operator or blank stands outside
   * brackets and strings.
   *
   * @param tight false allows semantic operators, too: on the left of another one they hold
   */
  static boolean holdsTogether(String text, boolean tight) {
    if (text.isEmpty()) {
      return true;
    }
    if (text.charAt(0) == '<' && text.indexOf('>') == text.length() - 1) {
      return true;
    }
    int depth = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (c == '\'' || c == '"' || c == '`') {
        i = InternalCallText.closing(text, i) - 1;
      } else if (c == '<' && isLiteralStart(text, i)) {
        i = Math.max(i, text.indexOf('>', i));
      } else if (depth == 0) {
        if (text.startsWith("->", i)) {
          i++;
        } else if (c == ' ' && !tight && isSemanticFrom(text, i)) {
          return true;
        } else if (" +-*/%^=<>".indexOf(c) >= 0) {
          return false;
        }
      }
      i++;
    }
    return true;
  }

  private static boolean isLiteralStart(String text, int less) {
    int colon = text.indexOf(':', less);
    return colon > 0 && BlobScheme.of(text.substring(less + 1, colon)) != null;
  }

  /** Whether from here on the text is semantic operators and tight operands alone. */
  private static boolean isSemanticFrom(String text, int blank) {
    int start = blank + 1;
    if (OperatorText.operatorOf(text.substring(start)) == null) {
      return false;
    }
    int end = text.indexOf(' ', start);
    return end > 0 && holdsTogether(text.substring(end + 1), false);
  }
}
