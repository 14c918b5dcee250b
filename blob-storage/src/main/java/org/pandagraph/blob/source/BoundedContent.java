/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.IOException;
import java.io.InputStream;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobIOException;

/** A content that ends in an error where it is longer than allowed. For one thread. */
final class BoundedContent extends InputStream {
  private final InputStream content;
  private final long maxBytes;
  private final Faults faults;
  private long read;

  BoundedContent(InputStream content, long maxBytes, Faults faults) {
    this.content = content;
    this.maxBytes = maxBytes;
    this.faults = faults;
  }

  /**
   * Refuses a content that says beforehand that it is too long.
   *
   * @param length in bytes; negative where it is not known
   */
  static void requireAllowed(long length, long maxBytes) throws BlobIOException {
    if (length > maxBytes) {
      throw tooLarge("has " + length + " bytes", maxBytes);
    }
  }

  private static BlobIOException tooLarge(String how, long maxBytes) {
    return new BlobIOException(
        BlobErrorCode.TOO_LARGE,
        "the content "
            + how
            + ", allowed are "
            + maxBytes
            + "; an administrator changes this with "
            + SourcePolicy.MAX_BYTES
            + " (neo4j.conf)");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count;
    try {
      count = content.read(into, offset, length);
    } catch (IOException e) {
      throw faults.describe(e);
    }
    if (count > 0) {
      read += count;
      if (read > maxBytes) {
        throw tooLarge("does not end after " + maxBytes + " bytes", maxBytes);
      }
    }
    return count;
  }
}
