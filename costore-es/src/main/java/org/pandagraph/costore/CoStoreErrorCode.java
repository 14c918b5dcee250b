/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

/** What can go wrong with a co-store, whose fault it is, and whether trying again may help. */
public enum CoStoreErrorCode {
  /** What was asked for is none the store could be asked: a search text that is too long, say. */
  INVALID_REQUEST(Fault.USER, false),
  /** No host answers: not started, refused, name not known, no route. */
  UNREACHABLE(Fault.EXTERNAL, true),
  /** It did not answer in time. */
  TIMEOUT(Fault.EXTERNAL, true),
  /** It asks for less (429), or says that it is not ready (502, 503, 504). */
  OVERLOADED(Fault.EXTERNAL, true),
  /** It takes no writes, mostly for lack of disk; passes once an administrator made room. */
  READ_ONLY(Fault.EXTERNAL, true),
  /** Who we are or what we may do was not accepted (401, 403), or its certificate was not. */
  NOT_AUTHORISED(Fault.EXTERNAL, false),
  /** Another cluster than the one the data went to answers at this address. */
  WRONG_CLUSTER(Fault.EXTERNAL, false),
  /** Its version is one this store does not speak with. */
  WRONG_VERSION(Fault.EXTERNAL, false),
  /** Indexes are missing or are not the ones that were written: rebuild. */
  INDEX_GONE(Fault.EXTERNAL, false),
  /** An answer that is none, or a refusal nobody foresaw. */
  UNEXPECTED_ANSWER(Fault.INTERNAL, false),
  /** It has been closed. */
  CLOSED(Fault.INTERNAL, false);

  /** Whose fault it is. */
  public enum Fault {
    USER,
    EXTERNAL,
    INTERNAL
  }

  private final Fault fault;
  private final boolean retryable;

  CoStoreErrorCode(Fault fault, boolean retryable) {
    this.fault = fault;
    this.retryable = retryable;
  }

  public Fault fault() {
    return fault;
  }

  /** Whether the same call may succeed later with nobody changing the configuration. */
  public boolean isRetryable() {
    return retryable;
  }
}
