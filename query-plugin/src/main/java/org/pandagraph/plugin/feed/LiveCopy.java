/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.collections.api.iterator.LongIterator;

/**
 * Brings what follows a position in the log into a copy of the data: the one in use, or one that is
 * being made. Used by one thread.
 */
final class LiveCopy {
  private final TransactionLog log;
  private final StateSource source;
  private final Feeder feeder;
  private final FeedOptions options;
  private final Runnable between;
  private FeedPosition position;

  /**
   * @param position behind the last transaction that is in the copy
   * @param between is run between two batches; what it throws ends the work, to be begun again
   */
  LiveCopy(
      TransactionLog log,
      StateSource source,
      Feeder feeder,
      FeedOptions options,
      FeedPosition position,
      Runnable between) {
    this.log = log;
    this.source = source;
    this.feeder = feeder;
    this.options = options;
    this.position = position;
    this.between = between;
  }

  FeedPosition position() {
    return position;
  }

  /**
   * Brings some closed transactions into the copy.
   *
   * @return whether there were any
   * @throws LogGapException where they are not in the log any more
   * @throws ConsumerException where a rebuild is needed
   */
  boolean advance() throws IOException, LogGapException, ConsumerException {
    Optional<LogRange> range = log.read(position, options.batchEntities());
    if (range.isEmpty()) {
      return false;
    }
    apply(range.get().touched);
    position = range.get().end;
    return true;
  }

  /** Brings the present states of some entities into the copy. */
  void apply(TouchedEntities touched) throws ConsumerException {
    for (EntityKind kind : EntityKind.values()) {
      LongIterator ids = touched.of(kind).longIterator();
      while (ids.hasNext()) {
        between.run();
        feeder.feed(source.next(kind, ids, true));
      }
    }
  }
}
