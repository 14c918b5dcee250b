/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import org.pandagraph.aipm.sdk.ModelResult;

/** A content is not what it should be; the message says so to the user. */
final class UnreadableContentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ModelResult.Fault fault;

  UnreadableContentException(String message) {
    this(ModelResult.Fault.UNREADABLE_CONTENT, message);
  }

  UnreadableContentException(ModelResult.Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  ModelResult.Fault fault() {
    return fault;
  }
}
