/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Iterator;
import org.eclipse.collections.api.iterator.LongIterator;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Reads states of given entities, a batch at a time, each in a short transaction. */
final class StateSource {
  /** Ids looked at in one transaction, whether or not there are entities of them. */
  private static final int MOST_LOOKED_AT = 20_000;

  private final GraphDatabaseAPI database;
  private final TransactionLog log;
  private final FeedOptions options;

  StateSource(GraphDatabaseAPI database, TransactionLog log, FeedOptions options) {
    this.database = database;
    this.log = log;
    this.options = options;
  }

  /**
   * All states of some ids, in batches; each is read when it is asked for.
   *
   * @param tombstones whether there is a state for an id without an entity
   */
  Iterator<StateBatch> batches(EntityKind kind, LongIterator ids, boolean tombstones) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return ids.hasNext();
      }

      @Override
      public StateBatch next() {
        return StateSource.this.next(kind, ids, tombstones);
      }
    };
  }

  /**
   * Reads until a batch is full, or the ids are used up.
   *
   * @param tombstones whether there is a state for an id without an entity
   */
  StateBatch next(EntityKind kind, LongIterator ids, boolean tombstones) {
    StateBatch batch = new StateBatch(options);
    try (EntityReader reader = new EntityReader(database, log)) {
      for (int i = 0; i < MOST_LOOKED_AT && ids.hasNext() && !batch.isFull(); i++) {
        try {
          EntityState state = reader.read(kind, ids.next());
          if (tombstones || !state.deleted()) {
            batch.add(state);
          }
        } catch (EntityReader.UnreadableException e) {
          batch.unreadable.add(e.rejection());
        }
      }
    }
    return batch;
  }
}
