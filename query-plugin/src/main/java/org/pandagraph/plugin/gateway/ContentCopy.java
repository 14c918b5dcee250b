/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.http.ByteRange;

/** Copies contents from a store into an answer, through one buffer. For one request. */
final class ContentCopy {
  /** The most that is in memory of a content being sent, in bytes. */
  static final int MOST_BYTES = 256 * 1024;

  private static final int FEWEST_BYTES = 64 * 1024;
  private static final int LONG_CONTENT_BYTES = 4 * 1024 * 1024;

  private final BlobStore store;
  private final Blob blob;
  private final OutputStream out;
  private final GatewayMetrics metrics;
  private final byte[] buffer;

  ContentCopy(BlobStore store, Blob blob, OutputStream out, GatewayMetrics metrics) {
    this.store = Objects.requireNonNull(store);
    this.blob = Objects.requireNonNull(blob);
    this.out = Objects.requireNonNull(out);
    this.metrics = Objects.requireNonNull(metrics);
    this.buffer = new byte[(int) Math.min(pieceBytes(blob.length()), Math.max(1, blob.length()))];
  }

  /**
   * How much is sent at a time: of a long content more, which saves calls, of a short one less, so
   * that reading and sending overlap.
   *
   * @param length bytes of the content
   */
  static int pieceBytes(long length) {
    return length < LONG_CONTENT_BYTES ? FEWEST_BYTES : MOST_BYTES;
  }

  /** All of it; the store compares it with its digest before the last piece is sent. */
  void whole() throws IOException {
    try (InputStream content = store.open(blob)) {
      copy(content, blob.length());
    }
  }

  /** Some of it. */
  void range(ByteRange range) throws IOException {
    try (InputStream content = store.open(blob, range.first(), range.length())) {
      copy(content, range.length());
    }
  }

  /** What is not of the content. */
  void frame(byte[] bytes) throws IOException {
    write(bytes, bytes.length);
  }

  private void copy(InputStream content, long length) throws IOException {
    long left = length;
    while (left > 0) {
      int count = read(content, (int) Math.min(buffer.length, left));
      left -= count;
      write(buffer, count);
      metrics.sent(count);
    }
  }

  private int read(InputStream content, int wanted) throws IOException {
    try {
      int count = content.readNBytes(buffer, 0, wanted);
      if (count < wanted) {
        throw new EOFException("the content of " + blob + " ends early");
      }
      return count;
    } catch (IOException | RuntimeException e) {
      metrics.storeFailed();
      throw e;
    }
  }

  private void write(byte[] bytes, int length) throws IOException {
    try {
      out.write(bytes, 0, length);
    } catch (IOException | RuntimeException e) {
      metrics.clientWentAway();
      throw e;
    }
  }
}
