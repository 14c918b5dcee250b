/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

/** A store cannot answer this predicate exactly; the caller keeps the plan it had. */
public final class NotPushable extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason for people who wonder why it was not pushed
   */
  public NotPushable(String reason) {
    super(reason);
  }
}
