/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.apache.hadoop.hbase.client.Put;
import org.pandagraph.blob.SourceReads;

/**
 * A chunk while it is filled, laid out as its cells will be: pages, each followed by its checksum,
 * so that nothing is copied on the way into HBase. For one thread.
 */
final class ChunkBuffer {
  private static final int SLOT = Layout.PAGE + Layout.CRC_BYTES;

  private final byte[] slots;
  private final int capacity;
  private int length;

  /**
   * @param capacity bytes of content, a multiple of the page
   */
  ChunkBuffer(int capacity) {
    this.capacity = capacity;
    this.slots = new byte[capacity / Layout.PAGE * SLOT];
  }

  boolean isFull() {
    return length == capacity;
  }

  /** Bytes of content in it. */
  int length() {
    return length;
  }

  /** Takes over as many of the bytes as fit; the number is returned. */
  int fill(byte[] bytes, int offset, int count) {
    int taken = Math.min(count, roomInPage());
    System.arraycopy(bytes, offset, slots, position(), taken);
    length += taken;
    return taken;
  }

  /** Reads into the present page, and digests what came; -1 at the end. */
  int fill(InputStream content, MessageDigest digest) {
    int position = position();
    int count = SourceReads.read(content, slots, position, roomInPage());
    if (count > 0) {
      digest.update(slots, position, count);
      length += count;
    }
    return count;
  }

  private int position() {
    return length / Layout.PAGE * SLOT + length % Layout.PAGE;
  }

  private int roomInPage() {
    return Layout.PAGE - length % Layout.PAGE;
  }

  /** Adds all pages as cells that refer to this buffer, which must not change any more. */
  void addTo(Put put) {
    for (int page = 0; page * Layout.PAGE < length; page++) {
      int offset = page * SLOT;
      int count = Math.min(Layout.PAGE, length - page * Layout.PAGE);
      ByteBuffer.wrap(slots).putInt(offset + count, Crc32c.of(slots, offset, count));
      Writes.addSlice(
          put, Layout.BYTES, Layout.page(page), slots, offset, count + Layout.CRC_BYTES);
    }
  }
}
