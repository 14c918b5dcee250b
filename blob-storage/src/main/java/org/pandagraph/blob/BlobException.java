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

  public BlobErrorCode code() {
    return code;
  }
}
