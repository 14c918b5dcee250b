/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.client;

import java.io.IOException;

/** A content could not be read or stored; says which code the server gave. */
public final class BlobAccessException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code as {@link #code()} gives it
   * @param cause null where there is none
   */
  BlobAccessException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /**
   * The server's status code, such as {@code Neo.ClientError.Statement.ArgumentError}; {@code N/A}
   * where the failure is not the server's, as with a lost connection or a wrong digest.
   */
  public String code() {
    return code;
  }
}
