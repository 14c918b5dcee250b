/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/**
 * Decides without parsing that a statement is plain Cypher. Two steps: a search for the few
 * character pairs that CypherPlus constructs are made of, which nearly always finds nothing and
 * leaves strings and comments unlooked at; where it finds one, a walk through the text that knows
 * strings, quoted names and comments.
 *
 * <p>What plain Cypher can hold: a colon stands after a name, a bracket, {@code |} or blanks, never
 * after {@code : ~ ! < >}; {@code ->} is followed by the next node's parenthesis; {@code <name:/}
 * only where a comment follows the colon. Everything else is for the parser to decide.
 */
final class PlainCheck {
  private PlainCheck() {}

  /** Whether the text is certainly plain Cypher, or no Cypher at all. */
  static boolean isPlain(String text) {
    return !mayHoldConstruct(text) || !holdsConstructOutsideText(text);
  }

  /** Whether a construct's characters stand anywhere, be it in a string or a comment. */
  static boolean mayHoldConstruct(String text) {
    for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
      if (isColonConstruct(text, i)) {
        return true;
      }
    }
    for (int i = text.indexOf("->"); i >= 0; i = text.indexOf("->", i + 2)) {
      if (!isPatternArrow(text, i)) {
        return true;
      }
    }
    // An escape may stand for any of these characters, and for the ends of strings.
    return text.indexOf("\\u") >= 0;
  }

  private static boolean isColonConstruct(String text, int colon) {
    if (colon == 0) {
      return false;
    }
    switch (text.charAt(colon - 1)) {
      case ':':
      case '~':
      case '!':
      case '<':
      case '>':
        return true;
      default:
        return colon + 1 < text.length()
            && text.charAt(colon + 1) == '/'
            && isSchemeBefore(text, colon);
    }
  }

  private static boolean isSchemeBefore(String text, int colon) {
    int i = colon - 1;
    while (i >= 0 && isSchemePart(text.charAt(i))) {
      i--;
    }
    return i >= 0 && i < colon - 1 && text.charAt(i) == '<';
  }

  private static boolean isSchemePart(char c) {
    return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.' || c == '_';
  }

  private static boolean isPatternArrow(String text, int arrow) {
    int i = arrow + 2;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i < text.length() && text.charAt(i) == '(';
  }

  private static boolean holdsConstructOutsideText(String text) {
    if (text.indexOf("\\u") >= 0) {
      return true;
    }
    int length = text.length();
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      switch (c) {
        case '\'':
        case '"':
          i = pastString(text, i);
          break;
        case '`':
          i = pastNext(text, "`", i + 1);
          break;
        case '/':
          i = pastComment(text, i);
          break;
        case ':':
          if (isColonConstruct(text, i)) {
            return true;
          }
          i++;
          break;
        case '-':
          if (i + 1 < length && text.charAt(i + 1) == '>' && !isPatternArrow(text, i)) {
            return true;
          }
          i++;
          break;
        default:
          i++;
      }
    }
    return false;
  }

  private static int pastString(String text, int open) {
    char quote = text.charAt(open);
    int i = open + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == quote) {
        return i + 1;
      }
      i += c == '\\' ? 2 : 1;
    }
    return i;
  }

  /** Past the next occurrence; the end of the text where there is none. */
  private static int pastNext(String text, String closing, int from) {
    int i = text.indexOf(closing, from);
    return i < 0 ? text.length() : i + closing.length();
  }

  private static int pastComment(String text, int slash) {
    if (text.startsWith("/*", slash)) {
      return pastNext(text, "*/", slash + 2);
    }
    if (!text.startsWith("//", slash)) {
      return slash + 1;
    }
    int i = slash + 2;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }
}
