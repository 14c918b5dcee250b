/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.ErrorTranslation;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * A content, or a range of it, one chunk after the other; no more than one is in memory. What is
 * damaged is never given as good: where the whole content is read, the chunk that ends it comes
 * only if the digest is right. For one thread.
 */
public final class BlobChunks implements AutoCloseable {
  private final Blob blob;
  private final InputStream content;
  private final int chunkBytes;
  private final long end;
  private long position;

  private BlobChunks(Blob blob, InputStream content, long offset, long end, int chunkBytes) {
    this.blob = blob;
    this.content = content;
    this.position = offset;
    this.end = end;
    this.chunkBytes = chunkBytes;
  }

  /**
   * Opens a range; close it.
   *
   * @param store asked only where the value does not carry its content
   * @param offset from 0 to the blob's length
   * @param length at least 0; fewer bytes are given where the content ends before
   * @param chunkBytes bytes of a chunk, at least 1; the last one may have fewer
   * @throws CypherPlusError where the range lies outside, the content is lost, or the store is down
   */
  public static BlobChunks open(
      BlobValue value, Supplier<BlobStore> store, long offset, long length, int chunkBytes) {
    Blob blob = value.blob();
    BlobRange range = BlobRange.of(blob, offset, length);
    try {
      InputStream content =
          value.inline().isPresent()
              ? new ByteArrayInputStream(
                  value.inline().get(), (int) range.offset(), (int) range.length())
              : store.get().open(blob, range.offset(), range.length());
      return new BlobChunks(blob, content, range.offset(), range.end(), chunkBytes);
    } catch (BlobException e) {
      throw ErrorTranslation.of(e);
    }
  }

  /** Where the next chunk starts, counted from the content's first byte. */
  public long position() {
    return position;
  }

  /**
   * The next chunk; empty at the end.
   *
   * @throws CypherPlusError where the content is damaged, or the store fails
   */
  public Optional<byte[]> next() {
    int wanted = (int) Math.min(chunkBytes, end - position);
    if (wanted == 0) {
      return Optional.empty();
    }
    byte[] chunk = read(wanted);
    if (chunk.length < wanted) {
      throw new CypherPlusError(
          PluginErrorCode.CONTENT_LOST,
          "the content of " + blob + " ends at " + (position + chunk.length),
          CypherPlusError.NO_OFFSET);
    }
    position += wanted;
    return Optional.of(chunk);
  }

  private byte[] read(int wanted) {
    try {
      return content.readNBytes(wanted);
    } catch (BlobException e) {
      throw ErrorTranslation.of(e);
    } catch (IOException e) {
      throw ErrorTranslation.of(e);
    }
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException e) {
      throw ErrorTranslation.of(e);
    }
  }
}
