/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.blob.type.ContentTypes;

/** A store for the tests of others: keeps contents in memory. Thread-safe. */
public final class MemoryBlobStore implements BlobStore {
  private final Map<BlobDigest, Entry> contents;
  private final AtomicReference<String> owner;
  private volatile boolean closed;

  public MemoryBlobStore() {
    this(new ConcurrentHashMap<>(), new AtomicReference<>());
  }

  private MemoryBlobStore(Map<BlobDigest, Entry> contents, AtomicReference<String> owner) {
    this.contents = contents;
    this.owner = owner;
  }

  /** Another store on the same contents, as if this one had been closed and opened again. */
  public MemoryBlobStore reopen() {
    return new MemoryBlobStore(contents, owner);
  }

  /** Replaces a content's bytes, whatever its digest. */
  public void damage(BlobDigest digest, byte[] bytes) {
    contents.put(digest, new Entry(bytes, Instant.now()));
  }

  @Override
  public Blob store(InputStream content) {
    requireOpen();
    byte[] bytes;
    try {
      bytes = content.readAllBytes();
    } catch (BlobIOException e) {
      throw BlobException.of(e);
    } catch (IOException e) {
      throw new BlobException(BlobErrorCode.SOURCE_FAILED, e.getMessage(), e);
    }
    BlobDigest digest = BlobDigest.ofContent(bytes);
    contents.put(digest, new Entry(bytes, Instant.now()));
    return new Blob(digest, bytes.length, ContentTypes.of(bytes));
  }

  @Override
  public InputStream open(Blob blob) {
    return open(blob, 0, blob.length());
  }

  @Override
  public InputStream open(Blob blob, long offset, long length) {
    requireOpen();
    int end = (int) (offset + blob.lengthOfRange(offset, length));
    Entry entry = contents.get(blob.digest());
    if (entry == null) {
      throw BlobException.contentMissing(blob.digest());
    }
    byte[] bytes = entry.bytes();
    boolean whole = offset == 0 && length >= blob.length();
    if (bytes.length != blob.length()
        || (whole && !BlobDigest.ofContent(bytes).equals(blob.digest()))) {
      return new Damaged(blob.digest());
    }
    return new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) offset, end));
  }

  @Override
  public boolean exists(BlobDigest digest) {
    return contents.containsKey(digest);
  }

  @Override
  public OptionalLong length(BlobDigest digest) {
    Entry entry = contents.get(digest);
    return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.bytes.length);
  }

  @Override
  public boolean discard(StoredBlob seen) {
    boolean[] removed = new boolean[1];
    contents.computeIfPresent(
        seen.digest(),
        (digest, entry) -> {
          removed[0] = !entry.storedAt().isAfter(seen.storedAt());
          return removed[0] ? null : entry;
        });
    return removed[0];
  }

  @Override
  public long removeLeftovers(Duration age) {
    return 0;
  }

  @Override
  public String claim(String candidate) {
    owner.compareAndSet(null, candidate);
    return owner.get();
  }

  @Override
  public void handOver(String newOwner) {
    owner.set(newOwner);
  }

  @Override
  public Stream<StoredBlob> list() {
    return contents.entrySet().stream()
        .map(e -> new StoredBlob(e.getKey(), e.getValue().bytes().length, e.getValue().storedAt()));
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new BlobException(BlobErrorCode.STORE_UNAVAILABLE, "closed");
    }
  }

  private record Entry(byte[] bytes, Instant storedAt) {}

  private static final class Damaged extends InputStream {
    private final BlobDigest digest;

    Damaged(BlobDigest digest) {
      this.digest = digest;
    }

    @Override
    public int read() throws IOException {
      throw new BlobIOException(BlobErrorCode.CONTENT_DAMAGED, "damaged: " + digest.toHex());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return read();
    }
  }
}
