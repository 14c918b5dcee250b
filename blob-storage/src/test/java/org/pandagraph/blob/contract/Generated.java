/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.contract;

import java.io.InputStream;
import java.util.Objects;

/** A content of any length that takes no memory: the same bytes for the same seed. */
public final class Generated extends InputStream {
  private final long seed;
  private final long length;
  private long position;

  public Generated(long length, long seed) {
    this.length = length;
    this.seed = seed;
  }

  @Override
  public int read() {
    return position < length ? byteAt(position++) & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, into.length);
    if (count == 0) {
      return 0;
    }
    int given = (int) Math.min(count, length - position);
    for (int i = 0; i < given; i++) {
      into[offset + i] = byteAt(position++);
    }
    return given == 0 ? -1 : given;
  }

  /** Changes every eight bytes, so that no two blocks of a content are equal. */
  private byte byteAt(long index) {
    long mixed = (index >> 3) * 0x9E3779B97F4A7C15L + seed;
    mixed ^= mixed >>> 29;
    return (byte) (mixed >>> (8 * (int) (index & 7)));
  }
}
