/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Objects;

/** A consumer could not do what it was told as a whole; nothing is skipped because of it. */
public final class ConsumerException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What helps. */
  public enum Kind {
    /** Asking less often: it answers, but has too much to do (HTTP 429). */
    BUSY,
    /** Waiting: it is down, starting, or out of reach (refused connection, timeout, HTTP 503). */
    UNAVAILABLE,
    /** An administrator: wrong password, wrong cluster, read-only, full. */
    MISCONFIGURED,
    /** A rebuild: its data is gone or not what it was. */
    LOST
  }

  private final Kind kind;

  /**
   * @param message for people: what failed, and where it can be mended
   * @param cause null where there is none
   */
  public ConsumerException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind);
  }

  public Kind kind() {
    return kind;
  }
}
