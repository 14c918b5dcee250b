/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pandagraph.blob.BlobStoreMetrics.Operation;

/** Counts what another store is asked for, and passes it on. As thread-safe as that one. */
public final class MeasuredBlobStore implements BlobStore {
  private final BlobStore store;
  private final BlobStoreMetrics metrics;

  public MeasuredBlobStore(BlobStore store) {
    this(store, new BlobStoreMetrics());
  }

  /**
   * @param metrics counts what is asked for here, and what the store itself counts
   */
  public MeasuredBlobStore(BlobStore store, BlobStoreMetrics metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  @Override
  public Optional<BlobStoreMetrics> metrics() {
    return Optional.of(metrics);
  }

  private <T> T measured(Operation operation, Supplier<T> call) {
    long start = System.nanoTime();
    try {
      return call.get();
    } catch (BlobException e) {
      metrics.failed(e.code());
      throw e;
    } finally {
      metrics.called(operation, System.nanoTime() - start);
    }
  }

  @Override
  public Blob store(InputStream content) {
    Blob blob = measured(Operation.STORE, () -> store.store(content));
    metrics.stored(blob.length());
    return blob;
  }

  @Override
  public Blob store(byte[] content) {
    Blob blob = measured(Operation.STORE, () -> store.store(content));
    metrics.stored(blob.length());
    return blob;
  }

  @Override
  public InputStream open(Blob blob) {
    return counted(measured(Operation.OPEN, () -> store.open(blob)));
  }

  @Override
  public InputStream open(Blob blob, long offset, long length) {
    return counted(measured(Operation.OPEN, () -> store.open(blob, offset, length)));
  }

  private InputStream counted(InputStream content) {
    return content instanceof ReadableByteChannel
        ? new CountedChannel(content)
        : new Counted(content);
  }

  @Override
  public boolean exists(BlobDigest digest) {
    return measured(Operation.LOOK_UP, () -> store.exists(digest));
  }

  @Override
  public OptionalLong length(BlobDigest digest) {
    return measured(Operation.LOOK_UP, () -> store.length(digest));
  }

  @Override
  public Map<BlobDigest, Long> lengths(Collection<BlobDigest> digests) {
    return measured(Operation.LOOK_UP, () -> store.lengths(digests));
  }

  @Override
  public Set<BlobDigest> missing(Collection<BlobDigest> digests) {
    return measured(Operation.LOOK_UP, () -> store.missing(digests));
  }

  @Override
  public boolean discard(StoredBlob seen) {
    return measured(Operation.DISCARD, () -> store.discard(seen));
  }

  @Override
  public Stream<StoredBlob> list() {
    return measured(Operation.LIST, store::list);
  }

  @Override
  public long removeLeftovers(Duration age) {
    return measured(Operation.REMOVE_LEFTOVERS, () -> store.removeLeftovers(age));
  }

  @Override
  public String claim(String candidate) {
    return store.claim(candidate);
  }

  @Override
  public void handOver(String owner) {
    store.handOver(owner);
  }

  @Override
  public void close() {
    store.close();
  }

  /** Reads some bytes; -1 at the end. */
  private interface Read {
    int run() throws IOException;
  }

  private int counted(Read read) throws IOException {
    try {
      int count = read.run();
      if (count > 0) {
        metrics.read(count);
      }
      return count;
    } catch (BlobIOException e) {
      metrics.failed(e.code());
      throw e;
    }
  }

  private class Counted extends FilterInputStream {
    Counted(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return counted(() -> in.read(into, offset, length));
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  private final class CountedChannel extends Counted implements ReadableByteChannel {
    private final ReadableByteChannel channel;

    CountedChannel(InputStream content) {
      super(content);
      channel = (ReadableByteChannel) content;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return counted(() -> channel.read(into));
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }
  }
}
