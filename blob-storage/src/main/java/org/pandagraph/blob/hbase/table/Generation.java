/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.hbase.Cell;
import org.apache.hadoop.hbase.CellUtil;
import org.apache.hadoop.hbase.client.Result;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;

/**
 * One storing of a content: its id, its manifest and when that was written. A content has one, or a
 * few while it is stored again; the newest counts. Immutable.
 */
final class Generation {
  /** The later, the greater; ids break ties, so that everybody agrees. */
  static final Comparator<Generation> BY_TIME =
      Comparator.<Generation>comparingLong(generation -> generation.time)
          .thenComparing(generation -> generation.id, Arrays::compareUnsigned);

  private static final byte INLINE = 0;
  private static final byte CHUNKED = 1;
  private static final int MANIFEST_BYTES = 1 + Long.BYTES + 3 * Integer.BYTES;

  private final byte[] id;
  private final byte kind;
  private final long length;
  private final int crc;
  private final int chunkSize;

  /** How often its time has been moved on. */
  private final int renewals;

  private final long time;

  private Generation(
      byte[] id, byte kind, long length, int crc, int chunkSize, int renewals, long time) {
    this.id = id;
    this.kind = kind;
    this.length = length;
    this.crc = crc;
    this.chunkSize = chunkSize;
    this.renewals = renewals;
    this.time = time;
  }

  /** One whose content is in a cell beside the manifest. */
  static Generation inline(byte[] id, long length, int crc) {
    return new Generation(id, INLINE, length, crc, 0, 0, 0);
  }

  /** One whose content is in chunks under the same id. */
  static Generation chunked(byte[] id, long length, int chunkSize) {
    return new Generation(id, CHUNKED, length, 0, chunkSize, 0, 0);
  }

  /** All those of a content's row; empty where the content is not there. */
  static List<Generation> of(Result row) {
    List<Generation> all = new ArrayList<>(1);
    if (row.isEmpty()) {
      return all;
    }
    for (Cell cell : row.rawCells()) {
      if (CellUtil.matchingFamily(cell, Layout.MANIFEST)) {
        all.add(read(cell));
      }
    }
    return all;
  }

  static Optional<Generation> newest(Result row) {
    return of(row).stream().max(BY_TIME);
  }

  /**
   * The latest time of some.
   *
   * @param some at least one
   */
  static long latest(List<Generation> some) {
    return some.stream().mapToLong(Generation::time).max().orElseThrow();
  }

  private static Generation read(Cell cell) {
    byte[] id = CellUtil.cloneQualifier(cell);
    ByteBuffer value = ByteBuffer.wrap(CellUtil.cloneValue(cell));
    try {
      byte kind = value.get();
      if (kind != INLINE && kind != CHUNKED) {
        throw damaged(cell, "is of the unknown kind " + kind);
      }
      return new Generation(
          id,
          kind,
          value.getLong(),
          value.getInt(),
          value.getInt(),
          value.getInt(),
          cell.getTimestamp());
    } catch (BufferUnderflowException e) {
      throw damaged(cell, "has " + value.limit() + " bytes");
    }
  }

  private static BlobException damaged(Cell cell, String how) {
    return new BlobException(
        BlobErrorCode.CONTENT_DAMAGED,
        "the manifest of the content sha256:"
            + BlobDigest.of(CellUtil.cloneRow(cell)).toHex()
            + " in the store "
            + how);
  }

  /** Its manifest as it is kept. */
  byte[] toBytes() {
    return ByteBuffer.allocate(MANIFEST_BYTES)
        .put(kind)
        .putLong(length)
        .putInt(crc)
        .putInt(chunkSize)
        .putInt(renewals)
        .array();
  }

  /** The same content, written later. */
  Generation renewed(long newTime) {
    return new Generation(id, kind, length, crc, chunkSize, renewals + 1, newTime);
  }

  /** Whether its time has been moved on: later than all that were there then. */
  boolean isRenewed() {
    return renewals > 0;
  }

  byte[] id() {
    return id;
  }

  boolean hasId(byte[] other) {
    return Arrays.equals(id, other);
  }

  boolean isChunked() {
    return kind == CHUNKED;
  }

  /** Length of the content in bytes. */
  long length() {
    return length;
  }

  /** CRC32C of an inline content. */
  int crc() {
    return crc;
  }

  /** Bytes a chunk; 0 for an inline content. */
  int chunkSize() {
    return chunkSize;
  }

  /** When the manifest was written: milliseconds since 1970, by the clock of its region server. */
  long time() {
    return time;
  }
}
