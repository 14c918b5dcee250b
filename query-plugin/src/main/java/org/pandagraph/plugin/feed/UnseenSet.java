/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.collections.api.iterator.LongIterator;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;

/**
 * The unseen changes of one consumer. A commit enters what it touches before it commits, gives it
 * its transaction id afterwards, and it leaves once the consumer's data shows that transaction.
 * Where there are too many, only is known until which transaction that lasts. Thread-safe.
 */
final class UnseenSet implements UnseenChanges {
  private final int bound;
  private final LongSupplier clock;
  private final LongObjectHashMap<Entry> nodes = new LongObjectHashMap<>();
  private final LongObjectHashMap<Entry> relationships = new LongObjectHashMap<>();
  private final Overflow overflow = new Overflow();
  private long visible;

  /** The highest that was given to a commit so far. */
  private long committed;

  private String reason = "the change feed is starting";
  private String down = "";
  private UnseenSnapshot cached;

  /** Why one entity is here. */
  private static final class Entry {
    private long since;
    private int pending;
    private long transaction;
    private boolean parked;

    Entry(long since) {
      this.since = since;
    }

    boolean isSeen(long visible) {
      return pending == 0 && transaction <= visible;
    }
  }

  /** Commits whose entities are not known one by one. */
  private static final class Overflow {
    private int pending;
    private long until;
    private long since;

    boolean isOver(long visible) {
      return pending == 0 && until <= visible;
    }
  }

  /**
   * @param bound how many entities are known one by one, at least 1
   * @param clock ms since 1970
   */
  UnseenSet(int bound, LongSupplier clock) {
    this.bound = bound;
    this.clock = clock;
  }

  /** What a commit has entered. Called on by the committing thread alone. */
  final class Commit {
    /** Null where it was too much. */
    private final TouchedEntities touched;

    private Commit(TouchedEntities touched) {
      this.touched = touched;
    }

    /**
     * The commit is over.
     *
     * @param transaction no change of it has a higher transaction id
     */
    void ended(long transaction) {
      end(touched, transaction);
    }
  }

  /**
   * A transaction is about to commit.
   *
   * @param touched empty where it is too much to be known
   */
  synchronized Commit begin(Optional<TouchedEntities> touched) {
    long now = clock.getAsLong();
    if (touched.isEmpty() || size() + touched.get().size() > bound) {
      enterOverflow(now);
      overflow.pending++;
      return new Commit(null);
    }
    for (EntityKind kind : EntityKind.values()) {
      LongIterator ids = touched.get().of(kind).longIterator();
      while (ids.hasNext()) {
        enter(kind, ids.next(), now).pending++;
      }
    }
    cached = null;
    return new Commit(touched.get());
  }

  private synchronized void end(TouchedEntities touched, long transaction) {
    committed(transaction);
    if (touched == null) {
      overflow.pending--;
      overflow.until = Math.max(overflow.until, transaction);
      leaveOverflow();
      return;
    }
    for (EntityKind kind : EntityKind.values()) {
      LongIterator ids = touched.of(kind).longIterator();
      while (ids.hasNext()) {
        long id = ids.next();
        Entry entry = of(kind).get(id);
        entry.pending--;
        entry.transaction = Math.max(entry.transaction, transaction);
        leave(kind, id, entry);
      }
    }
  }

  private void committed(long transaction) {
    if (transaction > committed) {
      committed = transaction;
      cached = null;
    }
  }

  /** Enters what the log says was committed. */
  synchronized void add(TouchedEntities touched, long transaction, long committedAt) {
    committed(transaction);
    if (isFullWith(touched)) {
      enterOverflow(committedAt);
      overflow.until = Math.max(overflow.until, transaction);
      return;
    }
    for (EntityKind kind : EntityKind.values()) {
      LongIterator ids = touched.of(kind).longIterator();
      while (ids.hasNext()) {
        Entry entry = enter(kind, ids.next(), committedAt);
        entry.transaction = Math.max(entry.transaction, transaction);
      }
    }
    cached = null;
  }

  /** Nothing is known one by one of what was committed up to a transaction. */
  synchronized void addAllUntil(long transaction, long committedAt) {
    committed(transaction);
    enterOverflow(committedAt);
    overflow.until = Math.max(overflow.until, transaction);
  }

  /** Whether there is no room for these. */
  synchronized boolean isFullWith(TouchedEntities touched) {
    return size() + touched.size() > bound;
  }

  /** Keeps an entity until it is unparked, whatever becomes visible. */
  synchronized void park(EntityKind kind, long id) {
    enter(kind, id, clock.getAsLong()).parked = true;
    cached = null;
  }

  synchronized void unpark(EntityKind kind, long id) {
    Entry entry = of(kind).get(id);
    if (entry != null && entry.parked) {
      entry.parked = false;
      cached = null;
      leave(kind, id, entry);
    }
  }

  /** The consumer's data shows all transactions up to this one, but for parked entities. */
  synchronized void visibleUpTo(long transaction) {
    visible = Math.max(visible, transaction);
    leaveOverflow();
    removeSeen(nodes);
    removeSeen(relationships);
    // Also where none is removed: those that are parked wait no longer.
    cached = null;
  }

  private void removeSeen(LongObjectHashMap<Entry> entries) {
    for (Iterator<Entry> i = entries.iterator(); i.hasNext(); ) {
      Entry entry = i.next();
      if (!entry.parked && entry.isSeen(visible)) {
        i.remove();
      }
    }
  }

  /** Not all changes are known: everything is to be answered natively. */
  synchronized void setUnknown(String why) {
    if (!why.equals(reason)) {
      reason = why;
      cached = null;
    }
  }

  /**
   * The consumer does not answer, or does again; the set is kept all the while.
   *
   * @param why empty where it does
   */
  synchronized void setDown(String why) {
    if (!why.equals(down)) {
      down = why;
      cached = null;
    }
  }

  /** The set holds whatever is not visible, as far as it is not too much. */
  synchronized void setKnown() {
    setUnknown("");
  }

  /** How many entities are known one by one. */
  synchronized int size() {
    return nodes.size() + relationships.size();
  }

  /** Whether it is so full that room should be made soon. */
  synchronized boolean isFilling() {
    return overflow.since == 0 && size() > bound / 2;
  }

  /** Whether there is more than is known one by one. */
  synchronized boolean isOverflowing() {
    return overflow.since != 0;
  }

  @Override
  public synchronized UnseenSnapshot snapshot() {
    if (cached == null) {
      cached =
          new UnseenSnapshot(
              reason.isEmpty(),
              whyUnknown(),
              nodes.keySet().toSortedArray(),
              relationships.keySet().toSortedArray(),
              oldest(),
              clock,
              parked(nodes),
              parked(relationships),
              Math.max(committed, visible),
              visible);
    }
    return cached;
  }

  private static long[] parked(LongObjectHashMap<Entry> entries) {
    return entries.select((id, entry) -> entry.parked).keySet().toSortedArray();
  }

  private String whyUnknown() {
    if (!reason.isEmpty()) {
      return reason;
    }
    if (!down.isEmpty()) {
      return down;
    }
    return overflow.since == 0
        ? ""
        : "more than " + bound + " changed entities are not visible in the derived data yet";
  }

  private long oldest() {
    long oldest = overflow.since == 0 ? Long.MAX_VALUE : overflow.since;
    for (EntityKind kind : EntityKind.values()) {
      for (Entry entry : of(kind)) {
        if (!entry.isSeen(visible)) {
          oldest = Math.min(oldest, entry.since);
        }
      }
    }
    return oldest;
  }

  private Entry enter(EntityKind kind, long id, long since) {
    Entry entry = of(kind).getIfAbsentPut(id, () -> new Entry(since));
    if (entry.isSeen(visible)) {
      // Parked, and waiting again from now on.
      entry.since = since;
    }
    return entry;
  }

  private void leave(EntityKind kind, long id, Entry entry) {
    if (!entry.parked && entry.isSeen(visible)) {
      of(kind).remove(id);
      cached = null;
    }
  }

  private void enterOverflow(long since) {
    if (overflow.since == 0) {
      overflow.since = since;
      cached = null;
    }
  }

  private void leaveOverflow() {
    if (overflow.since != 0 && overflow.isOver(visible)) {
      overflow.since = 0;
      cached = null;
    }
  }

  private LongObjectHashMap<Entry> of(EntityKind kind) {
    return kind == EntityKind.NODE ? nodes : relationships;
  }
}
