/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.ArrayList;
import java.util.List;

/** States within the bounds of a batch. Not thread-safe. */
final class StateBatch {
  final List<EntityState> states = new ArrayList<>();

  /** Those that could not be read. */
  final List<Rejection> unreadable = new ArrayList<>();

  private final FeedOptions options;
  private long bytes;

  StateBatch(FeedOptions options) {
    this.options = options;
  }

  void add(EntityState state) {
    states.add(state);
    bytes += state.bytes();
  }

  boolean isFull() {
    return states.size() >= options.batchEntities() || bytes >= options.batchBytes();
  }
}
