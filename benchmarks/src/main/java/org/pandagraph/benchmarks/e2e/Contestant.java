/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.e2e;

/** One of the servers that are compared; all of them run in one JVM. */
enum Contestant {
  /** CypherPlus is on. */
  WITH(true),
  /** CypherPlus is off: {@code panda.enabled=false} leaves Neo4j as it is. */
  WITHOUT(false),
  /** Off as well: what it differs by from {@link #WITHOUT} is the measurement's own error. */
  WITHOUT_AGAIN(false);

  private final boolean plugin;

  Contestant(boolean plugin) {
    this.plugin = plugin;
  }

  boolean plugin() {
    return plugin;
  }
}
