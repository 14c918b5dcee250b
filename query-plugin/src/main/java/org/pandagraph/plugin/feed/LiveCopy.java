/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

/**
 * Brings what follows a position in the log into a copy of the data: the one in use, or one that is
 * being made. Used by one thread.
 */
final class LiveCopy {
  /** Of touched entities that are read from the log at once: only their ids are kept. */
  private static final int BATCHES = 5;

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
    Optional<LogRange> range = log.read(position, BATCHES * options.batchEntities());
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
      Iterator<StateBatch> read = source.batches(kind, touched.of(kind).longIterator(), true);
      try (ReadAhead<StateBatch> batches = new ReadAhead<>(read)) {
        while (batches.hasNext()) {
          between.run();
          feeder.feed(batches.next());
        }
      }
    }
  }
}
