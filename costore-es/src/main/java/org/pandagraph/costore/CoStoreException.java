/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.Objects;

/** Something about a co-store went wrong; the code says what, whose fault, whether to try again. */
public final class CoStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CoStoreErrorCode code;

  public CoStoreException(CoStoreErrorCode code, String message) {
    this(code, message, null);
  }

  public CoStoreException(CoStoreErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
  }

  public CoStoreErrorCode code() {
    return code;
  }
}
