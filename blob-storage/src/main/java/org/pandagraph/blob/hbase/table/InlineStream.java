/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import org.apache.hadoop.hbase.Cell;
import org.pandagraph.blob.Blob;

/**
 * Gives a content that came with its manifest, or a range of it. A range is checked against the
 * CRC32C in the manifest, and so is the whole once its digest was found right. For one thread.
 */
final class InlineStream extends CheckedStream {
  private final Blob blob;
  private final Generation generation;
  private final Cell cell;
  private final VerifiedGenerations known;
  private int position;

  /** Whether the bytes are known to be right, or the digest will tell. */
  private boolean checked;

  /**
   * @param cell the bytes of the whole content
   */
  InlineStream(
      Blob blob,
      Generation generation,
      Cell cell,
      VerifiedGenerations known,
      long offset,
      long length) {
    super(
        blob,
        length,
        isWhole(blob, offset, length) && !known.contains(generation, cell.getTimestamp()));
    this.blob = blob;
    this.generation = generation;
    this.cell = cell;
    this.known = known;
    this.position = (int) offset;
    this.checked = isDigested();
  }

  @Override
  int next(byte[] into, int offset, int length) {
    if (!checked) {
      if (!hasItsChecksum()) {
        throw damaged(blob, "does not have its checksum any more");
      }
      checked = true;
    }
    System.arraycopy(cell.getValueArray(), cell.getValueOffset() + position, into, offset, length);
    position += length;
    return length;
  }

  @Override
  void digestIsRight() {
    // A manifest with another checksum would make a good content look damaged.
    if (hasItsChecksum()) {
      known.remember(generation, cell.getTimestamp());
    }
  }

  private boolean hasItsChecksum() {
    return Crc32c.of(cell.getValueArray(), cell.getValueOffset(), cell.getValueLength())
        == generation.crc();
  }
}
