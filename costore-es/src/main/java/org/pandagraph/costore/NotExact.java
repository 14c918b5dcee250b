/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

/**
 * A count cannot be given, because some entities' values are kept in a form too short to decide the
 * predicate on. Those who want it nevertheless stream the ids and verify.
 */
public final class NotExact extends Exception {
  private static final long serialVersionUID = 1L;

  public NotExact(String message) {
    super(message);
  }
}
