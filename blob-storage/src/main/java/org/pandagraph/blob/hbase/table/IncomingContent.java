/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.SourceReads;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;
import org.pandagraph.blob.type.ContentTypes;

/**
 * A content on its way in: what fits into one cell is collected and written at once, what does not
 * goes through a {@link ChunkUpload}. For one thread.
 */
final class IncomingContent {
  private final ContentTable contents;
  private final SettlingQueue settling;
  private final ChunkTable chunks;
  private final UploadRegister register;
  private final RegisteredUploads uploads;
  private final Requests requests;
  private final StoreFaults faults;
  private final HBaseBlobStoreConfig config;
  private final MessageDigest digest = BlobDigest.sha256();

  IncomingContent(
      ContentTable contents,
      SettlingQueue settling,
      ChunkTable chunks,
      UploadRegister register,
      RegisteredUploads uploads,
      Requests requests,
      StoreFaults faults,
      HBaseBlobStoreConfig config) {
    this.contents = contents;
    this.settling = settling;
    this.chunks = chunks;
    this.register = register;
    this.uploads = uploads;
    this.requests = requests;
    this.faults = faults;
    this.config = config;
  }

  /** Stores a content that is all there. */
  Blob store(byte[] content) {
    if (content.length > config.inlineLimit()) {
      return store(new ByteArrayInputStream(content));
    }
    digest.update(content);
    return storeInline(content, content.length);
  }

  /** Reads a content to its end and stores it. */
  Blob store(InputStream content) {
    // One more than may be inline tells whether the content is longer.
    int enough = Math.max(config.inlineLimit() + 1, ContentTypes.HEAD_BYTES);
    byte[] start = new byte[Math.min(enough, ContentTypes.HEAD_BYTES)];
    int length = 0;
    while (length < enough) {
      if (length == start.length) {
        start = Arrays.copyOf(start, (int) Math.min(enough, 4L * start.length));
      }
      int count = SourceReads.read(content, start, length, start.length - length);
      if (count < 0) {
        break;
      }
      digest.update(start, length, count);
      length += count;
    }
    return length <= config.inlineLimit()
        ? storeInline(start, length)
        : storeChunked(start, length, content);
  }

  private Blob storeInline(byte[] bytes, int length) {
    BlobDigest name = BlobDigest.of(digest.digest());
    Generation generation = Generation.inline(Layout.newId(), length, Crc32c.of(bytes, 0, length));
    CompletableFuture<Void> written = contents.putInline(name, generation, bytes);
    // While HBase is at it.
    String type = ContentTypes.of(bytes, length);
    requests.await("write to", written);
    settling.add(name, generation.id());
    return new Blob(name, length, type);
  }

  private Blob storeChunked(byte[] start, int startLength, InputStream content) {
    Supplier<String> type = ContentTypes.later(start, startLength);
    try (ChunkUpload upload =
        new ChunkUpload(chunks, register, uploads, requests, faults, config)) {
      upload.write(start, startLength);
      long length = startLength + upload.write(content, digest);
      BlobDigest name = BlobDigest.of(digest.digest());
      upload.finish(name);
      contents.putChunked(name, Generation.chunked(upload.id(), length, config.chunkSize()));
      settling.add(name, upload.id());
      upload.forget();
      uploads.prepare();
      return new Blob(name, length, type.get());
    }
  }
}
