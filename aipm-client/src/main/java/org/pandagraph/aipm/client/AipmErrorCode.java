/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

/** What can go wrong with an AIPM call, and whose fault it is. */
public enum AipmErrorCode {
  /** The content is damaged, protected, or not what its type says. */
  UNREADABLE_CONTENT(Fault.USER),
  /** The content is larger (bytes, pixels, pages) than the model takes. */
  CONTENT_TOO_LARGE(Fault.USER),
  /** The service has no such model, or not for this type of value. */
  UNKNOWN_MODEL(Fault.USER),
  /** The service cannot be reached. */
  UNAVAILABLE(Fault.EXTERNAL),
  /** The service or a model did not answer in time. */
  TIMEOUT(Fault.EXTERNAL),
  /** The service refused the token. */
  UNAUTHORIZED(Fault.EXTERNAL),
  /** The service has too much to do; asking again later helps. */
  OVERLOADED(Fault.EXTERNAL),
  /** The model failed on this value; asking again may help. */
  MODEL_FAILED(Fault.EXTERNAL),
  /** The answer is not what the protocol says. */
  BAD_ANSWER(Fault.EXTERNAL);

  /** Whose fault it is. */
  public enum Fault {
    USER,
    EXTERNAL,
    INTERNAL
  }

  private final Fault fault;

  AipmErrorCode(Fault fault) {
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
