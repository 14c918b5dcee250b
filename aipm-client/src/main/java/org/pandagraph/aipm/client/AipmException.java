/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.util.Objects;

/** An AIPM call or one item of it failed; the code says how, and whose fault it is. */
public final class AipmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final AipmErrorCode code;

  public AipmException(AipmErrorCode code, String message) {
    this(code, message, null);
  }

  public AipmException(AipmErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
  }

  public AipmErrorCode code() {
    return code;
  }
}
