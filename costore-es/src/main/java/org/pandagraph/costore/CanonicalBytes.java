/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.nio.ByteBuffer;

/**
 * Bytes to be digested, big endian. In place of a stream and a charset's encoder, which took a
 * third of the time that a co-store needs to catch up, apart from Elasticsearch. Not thread-safe.
 */
final class CanonicalBytes {
  private ByteBuffer bytes = ByteBuffer.allocate(512);

  private ByteBuffer roomFor(int more) {
    if (bytes.remaining() < more) {
      int wanted = Math.max(2 * bytes.capacity(), Math.addExact(bytes.position(), more));
      bytes = ByteBuffer.allocate(wanted).put(bytes.flip());
    }
    return bytes;
  }

  /** A character of ASCII. */
  void putTag(char tag) {
    roomFor(Byte.BYTES).put((byte) tag);
  }

  void putInt(int number) {
    roomFor(Integer.BYTES).putInt(number);
  }

  void putLong(long number) {
    roomFor(Long.BYTES).putLong(number);
  }

  /** The bits of a number; all NaNs are one. */
  void putDouble(double number) {
    putLong(Double.doubleToLongBits(number));
  }

  /** The length of its UTF-16 in bytes, and that; surrogates that stand alone are kept. */
  void putText(String text) {
    int length = Math.multiplyExact(text.length(), Character.BYTES);
    putInt(length);
    ByteBuffer room = roomFor(length);
    for (int i = 0; i < text.length(); i++) {
      room.putChar(text.charAt(i));
    }
  }

  /** What was put so far, to be read. */
  ByteBuffer flip() {
    return bytes.flip();
  }
}
