/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps contents by their digest. Thread-safe; contents are immutable, so storing the same content
 * twice, also at the same time and from different processes, is one content.
 *
 * <p>Every method throws {@link BlobException} where the store is down, full or damaged.
 */
public interface BlobStore extends AutoCloseable {
  /**
   * Stores a content; durable (survives loss of power) when it returns. The digest is computed and
   * the MIME type found while writing; memory used does not grow with the content.
   *
   * @param content read to its end, not closed
   */
  Blob store(InputStream content);

  /**
   * Stores a content that is in memory anyway, mostly without a copy of it.
   *
   * @param content must not be changed until this returns; where it throws, not afterwards either
   */
  default Blob store(byte[] content) {
    return store(new ByteArrayInputStream(content));
  }

  /**
   * Opens the whole content. What is read is checked against the digest: the read that reaches the
   * end of a damaged content throws {@link BlobIOException}, it never returns it as good.
   *
   * <p>Where the stream is a {@link java.nio.channels.ReadableByteChannel}, too, reading it into
   * direct buffers saves copies; an interrupt then closes it.
   */
  InputStream open(Blob blob);

  /**
   * Opens a range of the content.
   *
   * @param offset from 0 to the blob's length
   * @param length bytes wanted; fewer are given where the content ends before
   */
  InputStream open(Blob blob, long offset, long length);

  boolean exists(BlobDigest digest);

  /**
   * How long a content is, for whoever has only its digest.
   *
   * @return bytes; empty where the store does not hold it
   */
  OptionalLong length(BlobDigest digest);

  /**
   * How long contents are; stores that can ask for many at once do.
   *
   * @return bytes of each one that the store holds
   */
  default Map<BlobDigest, Long> lengths(Collection<BlobDigest> digests) {
    Map<BlobDigest, Long> lengths = new HashMap<>();
    for (BlobDigest digest : digests) {
      length(digest).ifPresent(bytes -> lengths.put(digest, bytes));
    }
    return lengths;
  }

  /** Which of these contents the store does not hold; stores that can ask for many at once do. */
  default Set<BlobDigest> missing(Collection<BlobDigest> digests) {
    return digests.stream().filter(digest -> !exists(digest)).collect(Collectors.toSet());
  }

  /**
   * Removes a content, unless it has been stored again since it was listed: a {@link #store} that
   * ends after the listing keeps its content, whenever this is called.
   *
   * @param seen as {@link #list} gave it; at least a second old, which is how exact times are
   * @return whether it was removed
   */
  boolean discard(StoredBlob seen);

  /** All contents, in no particular order; close the stream. */
  Stream<StoredBlob> list();

  /**
   * Removes what interrupted writers left behind: parts of contents that were never complete, and
   * so neither listed nor readable.
   *
   * @param age how long nothing has been written to them; long enough that no writer in any process
   *     is still at it
   * @return how many were removed
   */
  long removeLeftovers(Duration age);

  /**
   * Who may discard: the one server whose graph says what is referred to. Any other that is pointed
   * at this store would take everything for unused.
   *
   * @param candidate becomes the owner where there is none yet; any text of up to 200 characters
   * @return the owner
   */
  String claim(String candidate);

  /** Makes this the owner, whoever was it before. */
  void handOver(String owner);

  /** What it has been asked for; empty where it does not count that. */
  default Optional<BlobStoreMetrics> metrics() {
    return Optional.empty();
  }

  @Override
  void close();
}
