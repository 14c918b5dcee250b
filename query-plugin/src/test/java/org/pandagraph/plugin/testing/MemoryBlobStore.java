/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.blob.type.ContentTypes;

/** A store in memory. */
public final class MemoryBlobStore implements BlobStore {
  private final Map<BlobDigest, byte[]> contents = new ConcurrentHashMap<>();
  private volatile boolean down;

  /** From now on everything fails as where the disk is gone. */
  public void goDown() {
    down = true;
  }

  @Override
  public Blob store(InputStream content) {
    requireUp();
    try {
      byte[] bytes = content.readAllBytes();
      BlobDigest digest = BlobDigest.ofContent(bytes);
      contents.put(digest, bytes);
      return new Blob(digest, bytes.length, ContentTypes.of(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputStream open(Blob blob) {
    return open(blob, 0, blob.length());
  }

  @Override
  public InputStream open(Blob blob, long offset, long length) {
    requireUp();
    byte[] content = contents.get(blob.digest());
    if (content == null) {
      throw new BlobException(
          BlobErrorCode.CONTENT_MISSING, "the store does not hold " + blob.digest());
    }
    return new ByteArrayInputStream(content, (int) offset, (int) length);
  }

  @Override
  public boolean exists(BlobDigest digest) {
    return contents.containsKey(digest);
  }

  @Override
  public OptionalLong length(BlobDigest digest) {
    byte[] content = contents.get(digest);
    return content == null ? OptionalLong.empty() : OptionalLong.of(content.length);
  }

  @Override
  public boolean discard(StoredBlob seen) {
    return contents.remove(seen.digest()) != null;
  }

  @Override
  public long removeLeftovers(Duration age) {
    return 0;
  }

  @Override
  public String claim(String candidate) {
    return candidate;
  }

  @Override
  public void handOver(String owner) {}

  @Override
  public Stream<StoredBlob> list() {
    return contents.entrySet().stream()
        .map(e -> new StoredBlob(e.getKey(), e.getValue().length, Instant.EPOCH));
  }

  @Override
  public void close() {}

  private void requireUp() {
    if (down) {
      throw new BlobException(BlobErrorCode.STORE_UNAVAILABLE, "the blob store cannot be written");
    }
  }
}
