/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

/**
 * The chunks of one content on their way in: sent as they fill, so many bytes at a time, and
 * registered before the first and until the manifest is there. Closing it before {@link #finish}
 * has returned removes what was written, where HBase can still be reached. For one thread.
 */
final class ChunkUpload implements AutoCloseable {
  /** So often a long upload shows that it is still at it. */
  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

  private final ChunkTable chunks;
  private final UploadRegister register;
  private final Requests requests;
  private final StoreFaults faults;
  private final int chunkSize;
  private final int mostUnderWay;
  private final byte[] id;
  private final CompletableFuture<Void> registered;
  private final Deque<CompletableFuture<Void>> underWay = new ArrayDeque<>();
  private ChunkBuffer buffer;
  private int sent;
  private long lastSign = System.nanoTime();
  private boolean complete;

  ChunkUpload(
      ChunkTable chunks,
      UploadRegister register,
      RegisteredUploads uploads,
      Requests requests,
      StoreFaults faults,
      HBaseBlobStoreConfig config) {
    this.chunks = chunks;
    this.register = register;
    this.requests = requests;
    this.faults = faults;
    this.chunkSize = config.chunkSize();
    this.mostUnderWay = Math.max(1, config.writeWindow() / chunkSize);
    this.buffer = new ChunkBuffer(chunkSize);
    RegisteredUploads.Registration registration = uploads.take();
    this.id = registration.id();
    // Where that is still under way, the first chunk is filled meanwhile.
    this.registered = registration.durable();
  }

  byte[] id() {
    return id;
  }

  /** Writes the first so many bytes, which have been digested already. */
  void write(byte[] bytes, int length) {
    for (int done = 0; done < length; ) {
      done += buffer.fill(bytes, done, length - done);
      sendIfFull();
    }
  }

  /** Writes all that the content still gives; returns how much that was. */
  long write(InputStream content, MessageDigest digest) {
    long length = 0;
    for (int count = buffer.fill(content, digest);
        count >= 0;
        count = buffer.fill(content, digest)) {
      length += count;
      sendIfFull();
    }
    return length;
  }

  private void sendIfFull() {
    if (buffer.isFull()) {
      send();
      buffer = new ChunkBuffer(chunkSize);
    }
  }

  private void send() {
    if (sent == 0) {
      requests.await("write to", registered);
    }
    while (underWay.size() >= mostUnderWay) {
      requests.await("write to", underWay.element());
      underWay.remove();
    }
    underWay.add(chunks.put(id, sent, buffer));
    sent++;
    if (System.nanoTime() - lastSign > SIGN_OF_LIFE.toNanos()) {
      requireStillRegistered(register.renew(id));
      lastSign = System.nanoTime();
    }
  }

  /** Returns once all chunks are durable and a manifest under this digest may be written. */
  void finish(BlobDigest digest) {
    if (buffer.length() > 0) {
      send();
    }
    CompletableFuture<Boolean> announced = register.announce(id, digest);
    while (!underWay.isEmpty()) {
      requests.await("write to", underWay.element());
      underWay.remove();
    }
    requireStillRegistered(announced);
    complete = true;
  }

  private void requireStillRegistered(CompletableFuture<Boolean> answer) {
    if (!requests.await("write to", answer)) {
      throw faults.unavailable(
          "write to", "the upload made no progress for so long that it was removed as a leftover");
    }
  }

  /** The manifest is there. */
  void forget() {
    register.forget(id);
  }

  /**
   * Does not wait: the thread may be interrupted. What cannot be removed now is a leftover, which
   * the register knows.
   */
  @Override
  public void close() {
    if (complete) {
      return;
    }
    CompletableFuture<?>[] pending = underWay.toArray(new CompletableFuture<?>[0]);
    registered
        .thenCombine(CompletableFuture.allOf(pending), (one, all) -> one)
        .thenCompose(written -> chunks.deleteFirst(id, sent))
        .thenCompose(deleted -> register.forget(id));
  }
}
