/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.blobs;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Contents of any length that do not compress; each number gives another one. */
final class Contents {
  private Contents() {}

  static byte[] of(int length, long number) {
    byte[] bytes = new byte[length];
    new SplittableRandom(number).nextBytes(bytes);
    return numbered(bytes, number);
  }

  /** The same array, made another content by a number in its first bytes. */
  static byte[] numbered(byte[] bytes, long number) {
    ByteBuffer.wrap(bytes).putLong(number);
    return bytes;
  }

  /** A uniform key of 32 bytes, as a digest is. */
  static byte[] key(long number) {
    return of(32, ~number * 31);
  }
}
