/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

/** What a text is made of, as far as its term depends on it. */
final class TextShape {
  private TextShape() {}

  /**
   * Bytes of its UTF-8; -1 where it has none, because a surrogate stands alone.
   *
   * @param most where it is longer than this, any number above is given
   */
  static int utf8Length(String text, int most) {
    int bytes = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (!Character.isSurrogate(c)) {
        bytes += 3;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else {
        return -1;
      }
      if (bytes > most) {
        return bytes;
      }
    }
    return bytes;
  }

  /** Whether it is well-formed and its UTF-8 has at most so many bytes. */
  static boolean fits(String text, int most) {
    int bytes = utf8Length(text, most);
    return bytes >= 0 && bytes <= most;
  }

  /**
   * Whether comparing by UTF-16 and by UTF-8 gives the same order with any other text. Neo4j does
   * either, depending on where its two strings came from.
   */
  static boolean isOrderedAlike(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= Character.MIN_SURROGATE) {
        return false;
      }
    }
    return true;
  }
}
