/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.hbase.Cell;
import org.apache.hadoop.hbase.client.Result;
import org.pandagraph.blob.Blob;

/** Some pages of one chunk, asked for and perhaps here already. For one thread. */
final class ChunkRequest {
  private final int chunk;

  /** Where the first page lies in the content. */
  private final long start;

  private final int firstPage;
  private final int pages;
  private final CompletableFuture<Result> answer;

  ChunkRequest(int chunk, long start, int firstPage, int pages, CompletableFuture<Result> answer) {
    this.chunk = chunk;
    this.start = start;
    this.firstPage = firstPage;
    this.pages = pages;
    this.answer = answer;
  }

  CompletableFuture<Result> answer() {
    return answer;
  }

  /** Where what comes after these pages lies in the content. */
  long end(long contentLength) {
    return Math.min(contentLength, start + (long) pages * Layout.PAGE);
  }

  /** Bytes asked for. */
  int size() {
    return pages * Layout.PAGE;
  }

  int chunk() {
    return chunk;
  }

  /**
   * The page that holds a position of the content; its checksum is right.
   *
   * @return null where it is missing or damaged
   */
  ByteBuffer page(Result row, Blob blob, long position) {
    int index = (int) ((position - start) / Layout.PAGE);
    Cell cell = row.getColumnLatestCell(Layout.BYTES, Layout.page(firstPage + index));
    long pageStart = start + (long) index * Layout.PAGE;
    int expected = (int) Math.min(Layout.PAGE, blob.length() - pageStart);
    if (cell == null || cell.getValueLength() != expected + Layout.CRC_BYTES) {
      return null;
    }
    ByteBuffer value =
        ByteBuffer.wrap(cell.getValueArray(), cell.getValueOffset(), cell.getValueLength());
    int crc = value.getInt(cell.getValueOffset() + expected);
    if (crc != Crc32c.of(cell.getValueArray(), cell.getValueOffset(), expected)) {
      return null;
    }
    int skipped = (int) (position - pageStart);
    value.limit(cell.getValueOffset() + expected).position(cell.getValueOffset() + skipped);
    return value;
  }
}
