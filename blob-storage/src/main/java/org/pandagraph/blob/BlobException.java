/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.util.Objects;

/** Something about a blob went wrong; the code says what, and whose fault it is. */
public final class BlobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final BlobErrorCode code;

  public BlobException(BlobErrorCode code, String message) {
    this(code, message, null);
  }

  public BlobException(BlobErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
  }

  /** CONTENT_MISSING: the store does not hold the content. */
  public static BlobException contentMissing(BlobDigest digest) {
    return new BlobException(
        BlobErrorCode.CONTENT_MISSING,
        "the blob store does not hold the content sha256:" + digest.toHex());
  }

  /** The same failure, met while a stream was read. */
  public static BlobException of(BlobIOException e) {
    return new BlobException(e.code(), e.getMessage(), e);
  }

  public BlobErrorCode code() {
    return code;
  }
}
