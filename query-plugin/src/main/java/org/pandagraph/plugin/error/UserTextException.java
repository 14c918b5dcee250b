/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.error;

import org.neo4j.exceptions.Neo4jException;
import org.neo4j.kernel.api.exceptions.Status;

/**
 * An error of Neo4j's own, told in the user's text instead of the translated one. Keeps the
 * original's status, stack trace and cause, but not the original itself, whose message speaks of
 * internal functions. Immutable.
 */
public final class UserTextException extends Neo4jException {
  private static final long serialVersionUID = 1L;

  private final transient Status status;

  /**
   * @param message complete, with position and caret where there is one
   */
  public UserTextException(Status status, String message, Throwable original) {
    super(message, original.getCause());
    this.status = status;
    setStackTrace(original.getStackTrace());
  }

  @Override
  public Status status() {
    return status;
  }
}
