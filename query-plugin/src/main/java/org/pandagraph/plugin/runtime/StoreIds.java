/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.IdPage;
import org.pandagraph.costore.IdStream;
import org.pandagraph.plugin.plan.UnseenEntities;

/** A store's answer, id by id, with the time it was waited for. For one thread. */
final class StoreIds implements AutoCloseable {
  private final IdStream stream;
  private final Overlay overlay;
  private final SeekCounts counts;
  private final int operator;
  private IdPage page;
  private int position;
  private boolean ended;
  private long waitedNanos;
  private boolean closed;

  /** As of before the next page was asked for. */
  private UnseenEntities before;

  /** As of before the page after that was asked for; null where that has not happened. */
  private UnseenEntities beforeAhead;

  /**
   * @param overlay told of each page that comes
   * @param counts where requests and time are added when this is closed; null for nowhere
   */
  StoreIds(IdStream stream, Overlay overlay, SeekCounts counts, int operator) {
    this.stream = stream;
    this.overlay = overlay;
    this.before = overlay.unseen();
    this.counts = counts;
    this.operator = operator;
  }

  /** How many ids there are; waits for the first of them. */
  long total() {
    beforeAhead = overlay.unseenNow();
    long start = System.nanoTime();
    try {
      return stream.total();
    } finally {
      waitedNanos += System.nanoTime() - start;
    }
  }

  /**
   * Whether there is an id; waits for it.
   *
   * @throws CoStoreException where it cannot be had
   */
  boolean hasCurrent() {
    while (!ended && (page == null || position == page.size())) {
      // A stream that gives a page asks for the one after it.
      UnseenEntities ahead = beforeAhead == null ? overlay.unseenNow() : beforeAhead;
      beforeAhead = null;
      long start = System.nanoTime();
      try {
        page = stream.next();
      } finally {
        waitedNanos += System.nanoTime() - start;
      }
      position = 0;
      ended = page == null;
      overlay.answered(before);
      before = ahead;
    }
    return !ended;
  }

  /** Only where there is one. */
  long current() {
    return page.id(position);
  }

  /** Whether the store cannot tell of the current one. */
  boolean mustVerify() {
    return page.mustVerify(position);
  }

  void advance() {
    position++;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (counts != null) {
        counts.asked(operator, stream.requests(), waitedNanos);
      }
      stream.close();
    }
  }
}
