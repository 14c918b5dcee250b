/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Objects;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.http.ByteRange;

/**
 * Copies contents from a store into an answer, through one buffer; through one outside the heap
 * where the store has a channel. For one request.
 */
final class ContentCopy {
  /** The most that is in memory of a content being sent, in bytes. */
  static final int MOST_BYTES = 256 * 1024;

  /** The web server keeps no longer ones for the next request. */
  private static final int DIRECT_BYTES = 64 * 1024;

  private static final int FEWEST_BYTES = 64 * 1024;
  private static final int LONG_CONTENT_BYTES = 4 * 1024 * 1024;

  private final BlobStore store;
  private final Blob blob;
  private final AnswerBody out;
  private final GatewayMetrics metrics;
  private final byte[] buffer;

  ContentCopy(BlobStore store, Blob blob, AnswerBody out, GatewayMetrics metrics) {
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
    while (left > 0 && !(content instanceof ReadableByteChannel && out.takesBuffers())) {
      int wanted = (int) Math.min(buffer.length, left);
      read(wanted, () -> content.readNBytes(buffer, 0, wanted));
      write(buffer, wanted);
      left -= wanted;
      metrics.sent(wanted);
    }
    if (left > 0) {
      copy((ReadableByteChannel) content, left);
    }
  }

  private void copy(ReadableByteChannel content, long length) throws IOException {
    ByteBuffer direct = out.buffers().acquire(DIRECT_BYTES, true);
    for (long left = length; left > 0; left -= direct.limit()) {
      direct.clear().limit((int) Math.min(direct.capacity(), left));
      read(direct.limit(), () -> fill(content, direct));
      direct.flip();
      write(() -> out.write(direct));
      metrics.sent(direct.limit());
    }
    // Not after a failed write: the web server might still be at it.
    out.buffers().release(direct);
  }

  private static int fill(ReadableByteChannel content, ByteBuffer buffer) throws IOException {
    int count = 0;
    while (count >= 0 && buffer.hasRemaining()) {
      count = content.read(buffer);
    }
    return buffer.position();
  }

  private interface Read {
    int run() throws IOException;
  }

  private void read(int wanted, Read read) throws IOException {
    try {
      if (read.run() < wanted) {
        throw new EOFException("the content of " + blob + " ends early");
      }
    } catch (IOException | RuntimeException e) {
      metrics.storeFailed();
      throw e;
    }
  }

  private interface Write {
    void run() throws IOException;
  }

  private void write(byte[] bytes, int length) throws IOException {
    write(() -> out.write(bytes, length));
  }

  private void write(Write write) throws IOException {
    try {
      write.run();
    } catch (IOException | RuntimeException e) {
      metrics.clientWentAway();
      throw e;
    }
  }
}
