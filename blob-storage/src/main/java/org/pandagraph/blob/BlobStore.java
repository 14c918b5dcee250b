/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
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

  /** Stores a content that is in memory anyway. */
  default Blob store(byte[] content) {
    return store(new ByteArrayInputStream(content));
  }

  /**
   * Opens the whole content. What is read is checked against the digest: the read that reaches the
   * end of a damaged content throws {@link BlobIOException}, it never returns it as good.
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
   * Removes a content.
   *
   * @return whether it was there
   */
  boolean discard(BlobDigest digest);

  /** All contents, in no particular order; close the stream. */
  Stream<StoredBlob> list();

  @Override
  void close();
}
