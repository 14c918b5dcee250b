/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.io.IOException;
import java.util.Objects;

/** A {@link BlobException} met while reading a stream, whose contract wants an IOException. */
public final class BlobIOException extends IOException {
  private static final long serialVersionUID = 1L;

  private final BlobErrorCode code;

  public BlobIOException(BlobErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * @param cause null where there is none
   */
  public BlobIOException(BlobErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
  }

  public BlobErrorCode code() {
    return code;
  }
}
