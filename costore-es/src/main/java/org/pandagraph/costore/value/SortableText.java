/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

/** Numbers as text of a fixed length that sorts as they do. */
final class SortableText {
  /** Sixty-four characters of one byte each, in the order of these bytes. */
  private static final char[] DIGITS =
      "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz".toCharArray();

  private static final int BITS = 6;

  private SortableText() {}

  /** Appends 64 bits, of which the first is the highest without a sign: 11 characters. */
  static void appendUnsigned(StringBuilder to, long bits) {
    // 64 bits are ten digits and four bits: the last digit has two bits to spare.
    for (int shift = 58; shift >= -2; shift -= BITS) {
      to.append(DIGITS[(int) (shift >= 0 ? bits >>> shift : bits << -shift) & 63]);
    }
  }

  /** Appends a number: 11 characters. */
  static void append(StringBuilder to, long number) {
    appendUnsigned(to, number ^ Long.MIN_VALUE);
  }

  /** Appends a number: 6 characters. */
  static void append(StringBuilder to, int number) {
    int bits = number ^ Integer.MIN_VALUE;
    for (int shift = 26; shift >= -4; shift -= BITS) {
      to.append(DIGITS[(shift >= 0 ? bits >>> shift : bits << -shift) & 63]);
    }
  }

  /** Appends a double in the order of {@link Double#compare}: 11 characters. */
  static void append(StringBuilder to, double number) {
    long bits = Double.doubleToLongBits(number);
    appendUnsigned(to, bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
  }

  /**
   * Appends a small number: 2 characters.
   *
   * @param number 0 to 4095
   */
  static void appendSmall(StringBuilder to, int number) {
    to.append(DIGITS[number >>> BITS]).append(DIGITS[number & 63]);
  }
}
