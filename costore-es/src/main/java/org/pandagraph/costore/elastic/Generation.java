/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import org.pandagraph.costore.EntityKind;

/** One set of indexes; knows whether another one has taken its place. Thread-safe. */
final class Generation {
  private final String nodes;
  private final String relationships;
  private final String checkpoint;
  private volatile boolean replaced;

  Generation(String nodes, String relationships, String checkpoint) {
    this.nodes = nodes;
    this.relationships = relationships;
    this.checkpoint = checkpoint;
  }

  String entities(EntityKind kind) {
    return kind == EntityKind.NODE ? nodes : relationships;
  }

  String checkpoint() {
    return checkpoint;
  }

  /** All its indexes, as a path has them. */
  String all() {
    return nodes + "," + relationships + "," + checkpoint;
  }

  String allEntities() {
    return nodes + "," + relationships;
  }

  /** From now on nothing is written to it. */
  void replace() {
    replaced = true;
  }

  /** Whether what it answers now may lack what was written since it was replaced. */
  boolean isReplaced() {
    return replaced;
  }
}
