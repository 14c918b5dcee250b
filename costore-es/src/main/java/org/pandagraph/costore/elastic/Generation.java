/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import org.pandagraph.costore.EntityKind;

/** One set of indexes; knows how many read from it, so that it goes after the last of them. */
final class Generation {
  private final String nodes;
  private final String relationships;
  private final String checkpoint;
  private int readers;
  private Runnable whenUnread;

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

  synchronized void enter() {
    readers++;
  }

  void leave() {
    Runnable last;
    synchronized (this) {
      last = --readers == 0 ? whenUnread : null;
    }
    if (last != null) {
      last.run();
    }
  }

  /** Runs this once nobody reads from it: now, or when the last one leaves. */
  void whenUnread(Runnable action) {
    synchronized (this) {
      if (readers > 0) {
        whenUnread = action;
        return;
      }
    }
    action.run();
  }
}
