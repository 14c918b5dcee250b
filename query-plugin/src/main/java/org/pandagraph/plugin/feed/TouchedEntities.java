/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/** Ids of nodes and relationships that transactions changed, each once. Not thread-safe. */
final class TouchedEntities {
  private final LongHashSet nodes = new LongHashSet();
  private final LongHashSet relationships = new LongHashSet();

  void add(EntityKind kind, long id) {
    (kind == EntityKind.NODE ? nodes : relationships).add(id);
  }

  void addAll(TouchedEntities others) {
    nodes.addAll(others.nodes);
    relationships.addAll(others.relationships);
  }

  int size() {
    return nodes.size() + relationships.size();
  }

  boolean isEmpty() {
    return size() == 0;
  }

  LongHashSet of(EntityKind kind) {
    return kind == EntityKind.NODE ? nodes : relationships;
  }

  @Override
  public String toString() {
    return "nodes " + nodes + ", relationships " + relationships;
  }
}
