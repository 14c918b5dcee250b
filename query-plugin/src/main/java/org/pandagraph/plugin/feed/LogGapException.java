/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

/** The log does not have what comes behind a position: only a rebuild helps. */
final class LogGapException extends Exception {
  private static final long serialVersionUID = 1L;

  LogGapException(String message) {
    super(message);
  }
}
