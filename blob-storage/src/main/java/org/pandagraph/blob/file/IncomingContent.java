/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.function.Supplier;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.SourceReads;
import org.pandagraph.blob.type.ContentTypes;

/**
 * A content on its way into the store: written to a file of its own while it is digested. Closing
 * it without committing leaves nothing behind. For one thread.
 *
 * <p>{@link FileOutputStream} and not a channel, because an interrupt closes a channel.
 */
final class IncomingContent implements AutoCloseable {
  private final BlobDirectory directory;
  private final Path file;
  private final FileOutputStream out;
  private final MessageDigest digest = BlobDigest.sha256();

  /** Null until the head is there. */
  private Supplier<String> type;

  private long length;

  /** Null where flushing has not begun. */
  private Flush flush;

  private boolean committed;

  IncomingContent(BlobDirectory directory) throws IOException {
    this.directory = directory;
    this.file = directory.newIncomingFile();
    this.out = new FileOutputStream(file.toFile());
  }

  /** Takes a content that is all there: it is flushed to the disk while it is digested. */
  void receive(byte[] content) throws IOException {
    out.write(content);
    length = content.length;
    flush = Flush.start(this::flush, content.length);
    digest.update(content);
    type = ContentTypes.later(content, content.length);
  }

  private void flush() throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    out.getFD().sync();
  }

  /**
   * Reads a content to its end.
   *
   * @throws IOException where the store fails
   * @throws BlobException where the content does
   */
  void receive(InputStream content) throws IOException {
    // For the MIME type.
    byte[] head = new byte[ContentTypes.HEAD_BYTES];
    int headLength = receiveHead(content, head);
    // Found while the rest is written and flushed.
    type = ContentTypes.later(head, headLength);
    if (headLength < head.length) {
      return;
    }
    byte[] buffer = new byte[head.length];
    for (int count = SourceReads.read(content, buffer, 0, buffer.length);
        count >= 0;
        count = SourceReads.read(content, buffer, 0, buffer.length)) {
      write(buffer, 0, count);
    }
  }

  /** How many bytes there were: fewer than fit where that was all. */
  private int receiveHead(InputStream content, byte[] head) throws IOException {
    int headLength = 0;
    while (headLength < head.length) {
      int count = SourceReads.read(content, head, headLength, head.length - headLength);
      if (count < 0) {
        break;
      }
      write(head, headLength, count);
      headLength += count;
    }
    return headLength;
  }

  private void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    digest.update(bytes, offset, count);
    length += count;
  }

  /** Makes it durable and visible; call once, after {@link #receive}. */
  Blob commit() throws IOException {
    if (flush == null) {
      flush();
    } else {
      flush.await();
    }
    out.close();
    // Before anything can be seen: what fails leaves nothing.
    String found = type.get();
    BlobDigest name = BlobDigest.of(digest.digest());
    directory.accept(file, name);
    committed = true;
    return new Blob(name, length, found);
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      if (!committed) {
        Files.deleteIfExists(file);
      }
    }
  }
}
