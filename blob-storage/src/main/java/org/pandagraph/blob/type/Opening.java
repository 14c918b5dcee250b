/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a content has to have, at one of some offsets, so that one of Tika's magics can match: bytes
 * under a mask, or a regular expression that matches there. Immutable.
 */
final class Opening {
  /** How much of a content a regular expression is tried on: what goes beyond is possible. */
  private static final int TRIED_BYTES = 16;

  private static final int BYTES = 256;

  private final int magic;
  private final int begin;
  private final int end;
  private final byte[] bytes;
  private final byte[] mask;
  private final boolean ignoresCase;

  /** Null where it is bytes. */
  private final Pattern regex;

  /**
   * The first two bytes that the regular expression can have, where it is tried at many offsets.
   */
  private final BitSet pairs;

  private Opening(
      int magic,
      int begin,
      int end,
      byte[] bytes,
      byte[] mask,
      boolean ignoresCase,
      Pattern regex) {
    this.magic = magic;
    this.begin = begin;
    this.end = end;
    this.bytes = bytes;
    this.mask = mask;
    this.ignoresCase = ignoresCase;
    this.regex = regex;
    this.pairs = regex == null || begin == end ? null : pairs(regex);
  }

  private static BitSet pairs(Pattern regex) {
    BitSet pairs = new BitSet(BYTES * BYTES);
    byte[] two = new byte[2];
    for (int pair = 0; pair < BYTES * BYTES; pair++) {
      two[0] = (byte) (pair / BYTES);
      two[1] = (byte) pair;
      pairs.set(pair, isPossible(regex.matcher(new Latin1(two, 2, 0, 2))));
    }
    return pairs;
  }

  /**
   * @param magic number of the magic
   * @param begin first offset where it may be
   * @param end last one
   * @param bytes lower case where case is ignored
   * @param mask of the same length: which bits of the content count
   */
  static Opening of(int magic, int begin, int end, byte[] bytes, byte[] mask, boolean ignoresCase) {
    return new Opening(magic, begin, end, bytes, mask, ignoresCase, null);
  }

  /** The same for a regular expression over ISO 8859-1. */
  static Opening of(int magic, int begin, int end, Pattern regex) {
    return new Opening(magic, begin, end, null, null, false, regex);
  }

  int magic() {
    return magic;
  }

  int begin() {
    return begin;
  }

  int end() {
    return end;
  }

  /** How much work it is to look for it: the fewer offsets, the better; a regex costs more. */
  long cost() {
    return (end - begin + 1L) * (regex == null ? 1 : TRIED_BYTES);
  }

  /** A byte of a content, after whose end Tika takes zeros. */
  static byte at(byte[] head, int length, int offset) {
    return offset < length ? head[offset] : 0;
  }

  boolean canBeginWith(byte first) {
    byte[] one = {first};
    return regex == null
        ? bytes.length == 0 || matches(0, first)
        : isPossible(regex.matcher(new Latin1(one, 1, 0, 1)));
  }

  /** False only where it certainly is not there. */
  boolean isPossibleAt(byte[] head, int length, int offset) {
    if (regex != null) {
      return mayBeginAt(head, length, offset)
          && isPossible(regex.matcher(new Latin1(head, length, offset, TRIED_BYTES)));
    }
    for (int i = 0; i < bytes.length; i++) {
      if (!matches(i, at(head, length, offset + i))) {
        return false;
      }
    }
    return true;
  }

  private boolean mayBeginAt(byte[] head, int length, int offset) {
    int first = at(head, length, offset) & 0xFF;
    int second = at(head, length, offset + 1) & 0xFF;
    return pairs == null || pairs.get(first * BYTES + second);
  }

  private boolean matches(int index, byte found) {
    int masked = found & mask[index];
    return (ignoresCase ? Character.toLowerCase(masked) : masked) == bytes[index];
  }

  /** A content's bytes that are possible; of a regular expression its text, which may not be. */
  byte[] example() {
    return regex == null ? bytes.clone() : regex.pattern().getBytes(ISO_8859_1);
  }

  private static boolean isPossible(Matcher matcher) {
    return matcher.lookingAt() || matcher.hitEnd();
  }

  /** A part of a content as characters. */
  private static final class Latin1 implements CharSequence {
    private final byte[] head;
    private final int headLength;
    private final int start;
    private final int length;

    Latin1(byte[] head, int headLength, int start, int length) {
      this.head = head;
      this.headLength = headLength;
      this.start = start;
      this.length = length;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      return (char) (at(head, headLength, start + index) & 0xFF);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new Latin1(head, headLength, start + from, to - from);
    }

    @Override
    public String toString() {
      return new StringBuilder(length).append(this, 0, length).toString();
    }
  }
}
