/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.pandagraph.costore.EntityState;

/**
 * States of a feed as the co-store takes them, each made when it is asked for first: while some are
 * made, those before them are under way already. For one thread at a time.
 */
final class ConvertedStates extends AbstractList<EntityState> implements RandomAccess {
  private final List<org.pandagraph.plugin.feed.EntityState> origins;
  private final EntityState[] made;

  ConvertedStates(List<org.pandagraph.plugin.feed.EntityState> origins) {
    this.origins = origins;
    this.made = new EntityState[origins.size()];
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException where a property has a value that no property can have
   */
  @Override
  public EntityState get(int index) {
    if (made[index] == null) {
      made[index] = GraphStates.of(origins.get(index));
    }
    return made[index];
  }

  @Override
  public int size() {
    return made.length;
  }

  /** What one of them was made of. */
  org.pandagraph.plugin.feed.EntityState origin(EntityState state) {
    for (int i = 0; i < made.length; i++) {
      if (made[i] == state) {
        return origins.get(i);
      }
    }
    throw new IllegalArgumentException("not one of these: " + state);
  }
}
