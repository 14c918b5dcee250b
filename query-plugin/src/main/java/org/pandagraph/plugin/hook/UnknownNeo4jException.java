/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

/** The Neo4j around the plugin is not the one its hooks were made for; the message says why. */
public final class UnknownNeo4jException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownNeo4jException(String message) {
    super(message);
  }

  UnknownNeo4jException(String message, Throwable cause) {
    super(message, cause);
  }
}
