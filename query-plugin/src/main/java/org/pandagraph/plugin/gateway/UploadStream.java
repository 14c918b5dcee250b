/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobIOException;

/**
 * A request's body that fails where it is too long or is not what was announced: the read that
 * would give its end throws, so that no store takes it for complete. For one thread.
 */
final class UploadStream extends FilterInputStream {
  /** What is wrong with the body. */
  enum Fault {
    NONE,
    TOO_LONG,
    OTHER_DIGEST
  }

  private final long maxBytes;
  private final byte[] announced;
  private final MessageDigest digest;
  private long received;
  private Fault fault = Fault.NONE;

  /**
   * @param announced its SHA-256; null where nothing was said
   */
  UploadStream(InputStream body, long maxBytes, byte[] announced) {
    super(body);
    this.maxBytes = maxBytes;
    this.announced = announced;
    this.digest = announced == null ? null : BlobDigest.sha256();
  }

  Fault fault() {
    return fault;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    if (count < 0) {
      check();
      return count;
    }
    received += count;
    if (received > maxBytes) {
      fault = Fault.TOO_LONG;
      throw new BlobIOException(BlobErrorCode.TOO_LARGE, "longer than " + maxBytes + " bytes");
    }
    if (digest != null) {
      digest.update(into, offset, count);
    }
    return count;
  }

  private void check() throws IOException {
    if (digest != null && !MessageDigest.isEqual(announced, digest.digest())) {
      fault = Fault.OTHER_DIGEST;
      throw new BlobIOException(BlobErrorCode.SOURCE_FAILED, "the digest is another");
    }
  }
}
