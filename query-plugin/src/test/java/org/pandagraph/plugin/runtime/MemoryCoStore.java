/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;

/**
 * A co-store in memory, filled with what a graph was at one time and as stale as the test wants.
 * Thread-safe.
 */
final class MemoryCoStore implements CoStore {
  /** Ids a page: small, so that answers have several. */
  static final int PAGE = 7;

  private volatile Map<EntityKind, TreeMap<Long, Truth>> entities = new EnumMap<>(EntityKind.class);
  private final AtomicInteger open = new AtomicInteger();
  private volatile int pagesBeforeFailure = Integer.MAX_VALUE;
  private volatile int unsureEvery = Integer.MAX_VALUE;
  private volatile boolean undecided;
  private volatile Runnable beforePage = () -> {};

  /** Replaces all there is. */
  void fill(Map<EntityKind, TreeMap<Long, Truth>> all) {
    entities = all;
  }

  /** Answers this many pages of each stream, then fails; 0 fails at once. */
  void failAfter(int pages) {
    pagesBeforeFailure = pages;
  }

  /** Marks each so-many-th entity as one it cannot tell of, and answers with it in any case. */
  void unsureOfEvery(int n) {
    unsureEvery = n;
  }

  /** Runs something before each page is handed out. */
  void beforePage(Runnable action) {
    beforePage = action;
  }

  /** Streams that were opened and not closed. */
  int openStreams() {
    return open.get();
  }

  /** From now on there is nothing it could answer exactly, or there is again. */
  void cannotDecide(boolean cannot) {
    undecided = cannot;
  }

  @Override
  public IdStream ids(EntityKind kind, Predicate predicate) throws NotPushable {
    if (undecided) {
      throw new NotPushable("for the test");
    }
    List<Long> ids = new ArrayList<>();
    BitSet unsure = new BitSet();
    entities
        .getOrDefault(kind, new TreeMap<>())
        .forEach(
            (id, truth) -> {
              boolean doubt = id % unsureEvery == unsureEvery - 1;
              if (doubt || truth.isTrue(predicate)) {
                unsure.set(ids.size(), doubt);
                ids.add(id);
              }
            });
    open.incrementAndGet();
    return new Pages(ids, unsure);
  }

  @Override
  public long count(EntityKind kind, Predicate predicate, long[] without) throws NotExact {
    if (pagesBeforeFailure == 0) {
      throw new CoStoreException(CoStoreErrorCode.UNREACHABLE, "down for the test");
    }
    if (unsureEvery < Integer.MAX_VALUE) {
      throw new NotExact("unsure for the test");
    }
    Set<Long> left = LongStream.of(without).boxed().collect(Collectors.toSet());
    return entities.getOrDefault(kind, new TreeMap<>()).entrySet().stream()
        .filter(entity -> !left.contains(entity.getKey()) && entity.getValue().isTrue(predicate))
        .count();
  }

  @Override
  public long estimate(EntityKind kind, Predicate predicate) {
    return entities.getOrDefault(kind, new TreeMap<>()).values().stream()
        .filter(truth -> truth.isTrue(predicate))
        .count();
  }

  private final class Pages implements IdStream {
    private final List<Long> ids;
    private final BitSet unsure;
    private int position;
    private int pages;
    private boolean closed;

    Pages(List<Long> ids, BitSet unsure) {
      this.ids = ids;
      this.unsure = unsure;
    }

    private void mayFail() {
      if (pages >= pagesBeforeFailure) {
        throw new CoStoreException(CoStoreErrorCode.UNREACHABLE, "down for the test");
      }
    }

    @Override
    public long total() {
      mayFail();
      return ids.size();
    }

    @Override
    public IdPage next() {
      mayFail();
      beforePage.run();
      if (position == ids.size()) {
        return null;
      }
      int end = Math.min(ids.size(), position + PAGE);
      long[] page = ids.subList(position, end).stream().mapToLong(Long::longValue).toArray();
      IdPage answer = new IdPage(page, unsure.get(position, end));
      position = end;
      pages++;
      return answer;
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
  public int layoutVersion() {
    return 1;
  }

  @Override
  public List<RejectedState> apply(List<EntityState> states) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void makeVisible() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ScoredId> search(String label, String text, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return Optional.empty();
  }

  @Override
  public void checkpoint(Checkpoint checkpoint) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rebuild startRebuild() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Stream<IdDigest> digests(EntityKind kind, long fromId, long toId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CoStoreHealth health() {
    return CoStoreHealth.good("memory");
  }

  @Override
  public CoStoreMetrics metrics() {
    return new CoStoreMetrics();
  }

  @Override
  public void close() {}
}
