/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import org.apache.hadoop.hbase.Cell;
import org.pandagraph.blob.Blob;

/** Gives a content that came with its manifest, or a range of it. For one thread. */
final class InlineStream extends CheckedStream {
  private final Blob blob;
  private final Cell cell;

  /** What the checksum has to be; not looked at where the digest says more. */
  private final int crc;

  private int position;
  private boolean verified;

  /**
   * @param cell the bytes of the whole content
   */
  InlineStream(Blob blob, Cell cell, int crc, long offset, long length) {
    super(blob, offset, length);
    this.blob = blob;
    this.cell = cell;
    this.crc = crc;
    this.position = (int) offset;
    this.verified = isWhole();
  }

  @Override
  int next(byte[] into, int offset, int length) {
    if (!verified) {
      if (Crc32c.of(cell.getValueArray(), cell.getValueOffset(), cell.getValueLength()) != crc) {
        throw damaged(blob, "does not have its checksum any more");
      }
      verified = true;
    }
    System.arraycopy(cell.getValueArray(), cell.getValueOffset() + position, into, offset, length);
    position += length;
    return length;
  }
}
