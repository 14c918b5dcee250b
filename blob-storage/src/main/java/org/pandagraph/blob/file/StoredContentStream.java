/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobIOException;

/**
 * A content, or a range of it, on its way out. Where it is the whole content it is checked, and the
 * read that gives the last byte of a damaged one throws instead. For one thread.
 *
 * <p>{@link RandomAccessFile}, because an interrupt closes a channel: its own is used where
 * somebody asks for that.
 */
final class StoredContentStream extends InputStream implements ReadableByteChannel {
  private final RandomAccessFile file;
  private final Blob blob;

  /** Null where only a part is read. */
  private final ContentCheck check;

  private long remaining;
  private boolean damaged;

  private StoredContentStream(RandomAccessFile file, Blob blob, ContentCheck check, long length) {
    this.file = file;
    this.blob = blob;
    this.check = check;
    this.remaining = length;
  }

  /**
   * Opens a range that has been checked against the blob's length; the file has to have that
   * length.
   *
   * @throws FileNotFoundException where it cannot be opened
   * @throws BlobIOException where it is damaged, as far as that is known now
   */
  static InputStream open(Path path, Blob blob, long offset, long length, VerifiedContents verified)
      throws IOException {
    boolean whole = offset == 0 && length == blob.length();
    ContentCheck check = whole ? check(path, blob, verified) : null;
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      StoredContentStream stream = new StoredContentStream(file, blob, check, length);
      stream.start(offset);
      return stream;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static ContentCheck check(Path path, Blob blob, VerifiedContents verified)
      throws IOException {
    try {
      return new ContentCheck(blob.digest(), verified, VerifiedContents.FileState.of(path));
    } catch (NoSuchFileException e) {
      throw new FileNotFoundException(path.toString());
    }
  }

  private void start(long offset) throws IOException {
    long found = file.length();
    if (found != blob.length()) {
      throw damaged("has " + found + " bytes, its reference says " + blob.length());
    }
    file.seek(offset);
    if (remaining == 0) {
      finish();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int wanted = (int) Math.min(length, remaining);
    int count = readFile(() -> file.read(into, offset, wanted));
    if (check != null) {
      check.update(into, offset, count);
    }
    advance(count);
    return count;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (!into.hasRemaining()) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    ByteBuffer wanted = into.slice();
    wanted.limit((int) Math.min(wanted.limit(), remaining));
    int count = readFile(() -> file.getChannel().read(wanted));
    into.position(into.position() + count);
    if (check != null) {
      check.update(wanted.flip());
    }
    advance(count);
    return count;
  }

  private boolean isAtEnd() throws IOException {
    if (damaged) {
      throw damaged("is damaged");
    }
    return remaining == 0;
  }

  /** Reads some bytes of the file; -1 at its end. */
  private interface FileRead {
    int run() throws IOException;
  }

  /** How many bytes were read, at least one. */
  private int readFile(FileRead read) throws IOException {
    int count;
    try {
      count = read.run();
    } catch (IOException e) {
      throw new BlobIOException(
          BlobErrorCode.STORE_UNAVAILABLE,
          "reading the content sha256:" + blob.digest().toHex() + " failed: " + e.getMessage(),
          e);
    }
    if (count < 0) {
      throw damaged("ends " + remaining + " bytes early");
    }
    return count;
  }

  private void advance(int count) throws IOException {
    remaining -= count;
    if (remaining == 0) {
      finish();
    }
  }

  private void finish() throws IOException {
    if (check != null && !check.isRight()) {
      throw damaged("does not have that digest any more");
    }
  }

  @Override
  public boolean isOpen() {
    return file.getChannel().isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private BlobIOException damaged(String how) {
    damaged = true;
    return new BlobIOException(
        BlobErrorCode.CONTENT_DAMAGED,
        "the content sha256:" + blob.digest().toHex() + " in the store " + how);
  }
}
