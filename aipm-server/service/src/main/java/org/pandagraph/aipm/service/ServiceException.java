/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import java.util.Objects;
import org.pandagraph.aipm.wire.WireErrorCode;

/** A request, or one item of it, cannot be answered; the code says how, and whose fault it is. */
public final class ServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final WireErrorCode code;

  public ServiceException(WireErrorCode code, String message) {
    this(code, message, null);
  }

  public ServiceException(WireErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
  }

  public WireErrorCode code() {
    return code;
  }
}
