/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.pandagraph.costore.Checkpoint;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.CoStoreHealth;
import org.pandagraph.costore.CoStoreMetrics;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.IdDigest;
import org.pandagraph.costore.IdPage;
import org.pandagraph.costore.IdStream;
import org.pandagraph.costore.NotExact;
import org.pandagraph.costore.Rebuild;
import org.pandagraph.costore.RejectedState;
import org.pandagraph.costore.ScoredId;
import org.pandagraph.costore.contract.MemoryCoStore;
import org.pandagraph.costore.predicate.And;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;

/**
 * The co-store in memory, which fails and doubts as a test wants it, and knows whether its streams
 * were closed. Thread-safe.
 */
final class FaultyCoStore implements CoStore {
  /** Ids a page: small, so that answers have several. */
  static final int PAGE = 7;

  private final MemoryCoStore memory = new MemoryCoStore();
  private final AtomicInteger open = new AtomicInteger();
  private volatile int pagesBeforeFailure = Integer.MAX_VALUE;
  private volatile int unsureEvery = Integer.MAX_VALUE;
  private volatile boolean undecided;
  private volatile Runnable beforePage = () -> {};

  FaultyCoStore() {
    fill(List.of());
  }

  /** Replaces all there is. */
  void fill(List<EntityState> all) {
    try (Rebuild rebuild = memory.startRebuild()) {
      rebuild.apply(all);
      rebuild.complete(new Checkpoint("graph", 1, layoutVersion(), "a test"));
    }
  }

  /** Answers this many pages of each stream, then fails; 0 fails at once. */
  void failAfter(int pages) {
    pagesBeforeFailure = pages;
  }

  /** Marks each so-many-th entity as one it cannot tell of, and answers with it in any case. */
  void unsureOfEvery(int n) {
    unsureEvery = n;
  }

  /** From now on there is nothing it could answer exactly, or there is again. */
  void cannotDecide(boolean cannot) {
    undecided = cannot;
  }

  /** Runs something before each page is handed out. */
  void beforePage(Runnable action) {
    beforePage = action;
  }

  /** Streams that were opened and not closed. */
  int openStreams() {
    return open.get();
  }

  private static CoStoreException down() {
    return new CoStoreException(CoStoreErrorCode.UNREACHABLE, "down for the test");
  }

  @Override
  public IdStream ids(EntityKind kind, Predicate predicate) throws NotPushable {
    if (undecided) {
      throw new NotPushable("for the test");
    }
    SortedMap<Long, Boolean> found = new TreeMap<>();
    collect(kind, predicate, found, false);
    if (unsureEvery < Integer.MAX_VALUE) {
      SortedMap<Long, Boolean> all = new TreeMap<>();
      collect(kind, new And(List.of()), all, true);
      all.keySet().removeIf(id -> id % unsureEvery != unsureEvery - 1);
      found.putAll(all);
    }
    open.incrementAndGet();
    return new Pages(found);
  }

  private void collect(
      EntityKind kind, Predicate predicate, SortedMap<Long, Boolean> ids, boolean unsure) {
    try (IdStream stream = memory.ids(kind, predicate)) {
      for (IdPage page = stream.next(); page != null; page = stream.next()) {
        for (int i = 0; i < page.size(); i++) {
          ids.put(page.id(i), unsure || page.mustVerify(i));
        }
      }
    }
  }

  private final class Pages implements IdStream {
    private final SortedMap<Long, Boolean> found;
    private final Iterator<Long> rest;
    private int pages;
    private boolean closed;

    /**
     * @param found ids, and whether they are in doubt
     */
    Pages(SortedMap<Long, Boolean> found) {
      this.found = found;
      this.rest = found.keySet().iterator();
    }

    private void mayFail() {
      if (pages >= pagesBeforeFailure) {
        throw down();
      }
    }

    @Override
    public long total() {
      mayFail();
      return found.size();
    }

    @Override
    public IdPage next() {
      mayFail();
      beforePage.run();
      if (!rest.hasNext()) {
        return null;
      }
      long[] page = new long[PAGE];
      BitSet unsure = new BitSet();
      int size = 0;
      while (size < PAGE && rest.hasNext()) {
        long id = rest.next();
        unsure.set(size, found.get(id));
        page[size++] = id;
      }
      pages++;
      return new IdPage(Arrays.copyOf(page, size), unsure);
    }

    @Override
    public int requests() {
      return pages;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }
  }

  @Override
  public long count(EntityKind kind, Predicate predicate, long[] without) throws NotExact {
    if (pagesBeforeFailure == 0) {
      throw down();
    }
    if (unsureEvery < Integer.MAX_VALUE) {
      throw new NotExact("unsure for the test");
    }
    return memory.count(kind, predicate, without);
  }

  @Override
  public long estimate(EntityKind kind, Predicate predicate) {
    return memory.estimate(kind, predicate);
  }

  @Override
  public int layoutVersion() {
    return memory.layoutVersion();
  }

  @Override
  public List<RejectedState> apply(List<EntityState> states) {
    return memory.apply(states);
  }

  @Override
  public void makeVisible() {
    memory.makeVisible();
  }

  @Override
  public List<ScoredId> search(String label, String text, int limit) {
    return memory.search(label, text, limit);
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return memory.checkpoint();
  }

  @Override
  public void checkpoint(Checkpoint checkpoint) {
    memory.checkpoint(checkpoint);
  }

  @Override
  public Rebuild startRebuild() {
    return memory.startRebuild();
  }

  @Override
  public Stream<IdDigest> digests(EntityKind kind, long fromId, long toId) {
    return memory.digests(kind, fromId, toId);
  }

  @Override
  public CoStoreHealth health() {
    return memory.health();
  }

  @Override
  public CoStoreMetrics metrics() {
    return memory.metrics();
  }

  @Override
  public void close() {
    memory.close();
  }
}
