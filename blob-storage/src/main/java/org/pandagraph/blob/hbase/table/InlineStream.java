/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import org.apache.hadoop.hbase.Cell;
import org.pandagraph.blob.Blob;

/** Gives a content that came in one cell, or a range of it. For one thread. */
final class InlineStream extends CheckedStream {
  private final Blob blob;
  private final Cell cell;

  /** Of the bytes; null where they were found right. */
  private Integer expectedCrc;

  private int position;

  private InlineStream(
      Blob blob, Cell cell, Integer expectedCrc, boolean digested, long offset, long length) {
    super(blob, length, digested);
    this.blob = blob;
    this.cell = cell;
    this.expectedCrc = expectedCrc;
    this.position = (int) offset;
  }

  /**
   * One whose bytes were found right.
   *
   * @param cell the bytes of the whole content
   */
  static InlineStream verified(Blob blob, Cell cell, long offset, long length) {
    return new InlineStream(blob, cell, null, false, offset, length);
  }

  /**
   * One whose bytes are checked while they are read: the whole by its digest, a range by the CRC32C
   * of the manifest.
   *
   * @param cell the bytes of the whole content
   */
  static InlineStream unverified(
      Blob blob, Generation generation, Cell cell, long offset, long length) {
    boolean whole = isWhole(blob, offset, length);
    return new InlineStream(blob, cell, whole ? null : generation.crc(), whole, offset, length);
  }

  @Override
  int next(byte[] into, int offset, int length) {
    byte[] bytes = cell.getValueArray();
    if (expectedCrc != null) {
      if (Crc32c.of(bytes, cell.getValueOffset(), cell.getValueLength()) != expectedCrc) {
        throw damaged(blob, "does not have its checksum any more");
      }
      expectedCrc = null;
    }
    System.arraycopy(bytes, cell.getValueOffset() + position, into, offset, length);
    position += length;
    return length;
  }
}
