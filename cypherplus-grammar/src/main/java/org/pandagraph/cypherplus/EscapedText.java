/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/**
 * A statement's characters as Neo4j's lexer sees them: a backslash, {@code u} and four hexadecimal
 * digits are one character wherever they stand, in strings, names and between tokens; a pair of
 * backslashes escapes nothing. Keeps where each character stands in the user's text. Immutable.
 */
final class EscapedText {
  /** Stands for the end; Unicode keeps it free of any character. */
  static final char END = '\uFFFF';

  private static final int ESCAPE_LENGTH = 6;

  private final String userText;
  private final char[] characters;
  private final int length;

  /** Offset in the user's text of the first unicode escape without four digits; -1 if none. */
  private final int malformedEscape;

  /** Offset in the user's text of each character and of the end; null where they are the same. */
  private final int[] offsets;

  private EscapedText(
      String userText, char[] characters, int length, int[] offsets, int malformedEscape) {
    this.userText = userText;
    this.characters = characters;
    this.length = length;
    this.offsets = offsets;
    this.malformedEscape = malformedEscape;
  }

  static EscapedText of(String userText) {
    if (userText.indexOf("\\u") < 0) {
      return new EscapedText(userText, userText.toCharArray(), userText.length(), null, -1);
    }
    char[] characters = new char[userText.length()];
    int[] offsets = new int[userText.length() + 1];
    int length = 0;
    int malformed = -1;
    int i = 0;
    while (i < userText.length()) {
      offsets[length] = i;
      char c = userText.charAt(i);
      int escaped = c == '\\' ? escapedCharacter(userText, i) : -1;
      if (escaped >= 0) {
        characters[length++] = (char) escaped;
        i += ESCAPE_LENGTH;
      } else {
        characters[length++] = c;
        i++;
        if (c == '\\' && malformed < 0 && userText.startsWith("u", i)) {
          malformed = i - 1;
        }
        if (c == '\\' && i < userText.length() && userText.charAt(i) == '\\') {
          offsets[length] = i++;
          characters[length++] = '\\';
        }
      }
    }
    offsets[length] = userText.length();
    return new EscapedText(userText, characters, length, offsets, malformed);
  }

  private static int escapedCharacter(String text, int backslash) {
    if (backslash + ESCAPE_LENGTH > text.length() || text.charAt(backslash + 1) != 'u') {
      return -1;
    }
    int value = 0;
    for (int i = backslash + 2; i < backslash + ESCAPE_LENGTH; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  String userText() {
    return userText;
  }

  /** Where a unicode escape is incomplete, or -1. */
  int malformedEscape() {
    return malformedEscape;
  }

  int length() {
    return length;
  }

  /** The character, or {@link #END} past the end. */
  char at(int index) {
    return index < length ? characters[index] : END;
  }

  String substring(int from, int to) {
    return new String(characters, from, to - from);
  }

  /** Where a character, or the end, stands in the user's text. */
  int userOffset(int index) {
    return offsets == null ? index : offsets[index];
  }
}
