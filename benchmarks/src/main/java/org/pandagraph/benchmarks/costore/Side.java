/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import java.util.Locale;

/** What is compared: three servers with the same graph. */
enum Side {
  /** Neo4j without the plugin and without any index of properties. */
  PLAIN(false),
  /** Neo4j without the plugin, with an index on each property that a query filters by. */
  INDEXED(false),
  /** With the plugin and its co-store, without any index of properties. */
  PANDA(true);

  private final boolean plugin;

  Side(boolean plugin) {
    this.plugin = plugin;
  }

  boolean plugin() {
    return plugin;
  }

  /** As in the keys of a report. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
