/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;

/**
 * A content, or a range of it, on its way out. Where it is the whole content it is digested, and
 * the read that gives the last byte of a damaged one throws instead. Once it has thrown it goes on
 * throwing. For one thread.
 */
abstract class CheckedStream extends InputStream {
  private final Blob blob;

  /** Null where only a part is read. */
  private final MessageDigest digest;

  private long remaining;

  /** Null while all is well. */
  private BlobException failure;

  private boolean closed;

  /**
   * @param digested whether this is the whole content and its digest is to be compared
   */
  CheckedStream(Blob blob, long length, boolean digested) {
    this.blob = blob;
    this.remaining = length;
    this.digest = digested ? BlobDigest.sha256() : null;
  }

  static boolean isWhole(Blob blob, long offset, long length) {
    return offset == 0 && length == blob.length();
  }

  /** Whether the digest of the whole content is checked at its end. */
  final boolean isDigested() {
    return digest != null;
  }

  /**
   * The next bytes, at least one of them; there are some.
   *
   * @throws BlobException where they are damaged or cannot be had
   */
  abstract int next(byte[] into, int offset, int length);

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public final int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (closed) {
      throw new IOException("the stream has been closed");
    }
    try {
      return checked(into, offset, length);
    } catch (BlobException e) {
      failure = e;
      throw new BlobIOException(e.code(), e.getMessage(), e);
    }
  }

  private int checked(byte[] into, int offset, int length) {
    if (failure != null) {
      throw failure;
    }
    if (length == 0) {
      return 0;
    }
    if (remaining == 0) {
      finish();
      return -1;
    }
    int count = next(into, offset, (int) Math.min(length, remaining));
    remaining -= count;
    if (digest != null) {
      digest.update(into, offset, count);
    }
    if (remaining == 0) {
      finish();
    }
    return count;
  }

  private boolean finished;

  private void finish() {
    if (finished) {
      return;
    }
    finished = true;
    if (digest != null) {
      if (!BlobDigest.of(digest.digest()).equals(blob.digest())) {
        throw damaged(blob, "does not have that digest any more");
      }
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  static BlobException damaged(Blob blob, String how) {
    return new BlobException(
        BlobErrorCode.CONTENT_DAMAGED,
        "the content sha256:" + blob.digest().toHex() + " in the store " + how);
  }
}
