/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.contract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.pandagraph.costore.Checkpoint;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.CoStoreHealth;
import org.pandagraph.costore.CoStoreMetrics;
import org.pandagraph.costore.CoStoreMetrics.Operation;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.IdDigest;
import org.pandagraph.costore.IdPage;
import org.pandagraph.costore.IdStream;
import org.pandagraph.costore.NotExact;
import org.pandagraph.costore.Rebuild;
import org.pandagraph.costore.RejectedState;
import org.pandagraph.costore.ScoredId;
import org.pandagraph.costore.StateDigest;
import org.pandagraph.costore.predicate.Predicate;

/**
 * A co-store that keeps states as they are and looks at each of them: right, but slow. Outlives its
 * closing, as servers do; {@link #reopen} opens it again.
 */
public final class MemoryCoStore implements CoStore {
  private static final int PAGE = 10;

  /** What a server keeps. */
  private static final class Data {
    final Map<EntityKind, TreeMap<Long, EntityState>> applied = new EnumMap<>(EntityKind.class);
    final Map<EntityKind, TreeMap<Long, EntityState>> visible = new EnumMap<>(EntityKind.class);
    Checkpoint checkpoint;

    Data() {
      for (EntityKind kind : EntityKind.values()) {
        applied.put(kind, new TreeMap<>());
        visible.put(kind, new TreeMap<>());
      }
    }

    List<RejectedState> apply(List<EntityState> states) {
      List<RejectedState> rejected = new ArrayList<>();
      for (EntityState state : states) {
        try {
          StateDigest.of(state);
        } catch (IllegalArgumentException e) {
          rejected.add(new RejectedState(state, e.getMessage()));
          continue;
        }
        applied
            .get(state.kind())
            .merge(state.id(), state, (old, now) -> now.version() >= old.version() ? now : old);
      }
      return rejected;
    }

    void makeVisible() {
      applied.forEach((kind, states) -> visible.put(kind, new TreeMap<>(states)));
    }
  }

  private static final class Server {
    Data live;
    Data building;
  }

  private final Server server;
  private final CoStoreMetrics metrics = new CoStoreMetrics();
  private boolean closed;

  public MemoryCoStore() {
    this(new Server());
  }

  private MemoryCoStore(Server server) {
    this.server = server;
  }

  /** Another client of the same data. */
  public MemoryCoStore reopen() {
    return new MemoryCoStore(server);
  }

  private Data live() {
    requireOpen();
    if (server.live == null) {
      throw new CoStoreException(CoStoreErrorCode.INDEX_GONE, "nothing was built yet");
    }
    return server.live;
  }

  private void requireOpen() {
    if (closed) {
      throw new CoStoreException(CoStoreErrorCode.CLOSED, "the co-store is closed");
    }
  }

  @Override
  public int layoutVersion() {
    return 1;
  }

  @Override
  public synchronized List<RejectedState> apply(List<EntityState> states) {
    List<RejectedState> rejected = live().apply(states);
    metrics.called(Operation.APPLY, 1);
    metrics.applied(states.size() - rejected.size(), rejected.size());
    return rejected;
  }

  @Override
  public synchronized void makeVisible() {
    live().makeVisible();
    metrics.called(Operation.MAKE_VISIBLE, 1);
  }

  private List<EntityState> matching(EntityKind kind, Predicate predicate) {
    return live().visible.get(kind).values().stream()
        .filter(state -> !state.isDeleted())
        .filter(
            state ->
                Neo4jSemantics.evaluate(predicate, state).orElse(false)
                    || Neo4jSemantics.isUnknown(predicate, state))
        .collect(Collectors.toList());
  }

  @Override
  public synchronized IdStream ids(EntityKind kind, Predicate predicate) {
    List<EntityState> states = matching(kind, predicate);
    metrics.idsGiven(states.size());
    return new MemoryIdStream(live(), states, state -> Neo4jSemantics.isUnknown(predicate, state));
  }

  private final class MemoryIdStream implements IdStream {
    private final Data data;
    private final int total;
    private final Iterator<EntityState> states;
    private final java.util.function.Predicate<EntityState> unknown;
    private int pages;
    private boolean ended;

    MemoryIdStream(
        Data data, List<EntityState> states, java.util.function.Predicate<EntityState> unknown) {
      this.data = data;
      this.total = states.size();
      this.states = states.iterator();
      this.unknown = unknown;
    }

    @Override
    public long total() {
      return total;
    }

    @Override
    public IdPage next() {
      if (ended) {
        throw new CoStoreException(CoStoreErrorCode.CLOSED, "the stream is closed");
      }
      if (server.live != data) {
        throw new CoStoreException(CoStoreErrorCode.INDEX_GONE, "it was rebuilt");
      }
      List<Long> page = new ArrayList<>();
      BitSet toVerify = new BitSet();
      while (states.hasNext() && page.size() < PAGE) {
        EntityState state = states.next();
        toVerify.set(page.size(), unknown.test(state));
        page.add(state.id());
      }
      pages++;
      metrics.called(Operation.ID_PAGE, 1);
      return page.isEmpty()
          ? null
          : new IdPage(page.stream().mapToLong(id -> id).toArray(), toVerify);
    }

    @Override
    public int requests() {
      return pages;
    }

    @Override
    public void close() {
      ended = true;
    }
  }

  @Override
  public synchronized long count(EntityKind kind, Predicate predicate, long[] without)
      throws NotExact {
    metrics.called(Operation.COUNT, 1);
    List<EntityState> states = matching(kind, predicate);
    states.removeIf(state -> LongStream.of(without).anyMatch(id -> id == state.id()));
    if (states.stream().anyMatch(state -> Neo4jSemantics.isUnknown(predicate, state))) {
      throw new NotExact("metadata of what is no stored blob");
    }
    return states.size();
  }

  @Override
  public synchronized long estimate(EntityKind kind, Predicate predicate) {
    metrics.called(Operation.COUNT, 1);
    return matching(kind, predicate).size();
  }

  @Override
  public synchronized List<ScoredId> search(String label, String text, int limit) {
    if (limit < 1 || limit > 10_000 || text.length() > 1_000) {
      throw new CoStoreException(CoStoreErrorCode.INVALID_REQUEST, "limit or text out of range");
    }
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("\\W+"));
    return live().visible.get(EntityKind.NODE).values().stream()
        .filter(state -> label == null || state.labels().contains(label))
        .map(state -> new ScoredId(state.id(), score(state, words)))
        .filter(hit -> hit.score() > 0)
        .sorted((a, b) -> Double.compare(b.score(), a.score()))
        .limit(limit)
        .collect(Collectors.toList());
  }

  private static double score(EntityState state, List<String> words) {
    return state.properties().values().stream()
        .filter(String.class::isInstance)
        .flatMap(value -> Stream.of(((String) value).toLowerCase(Locale.ROOT).split("\\W+")))
        .filter(words::contains)
        .distinct()
        .count();
  }

  @Override
  public synchronized Optional<Checkpoint> checkpoint() {
    requireOpen();
    return Optional.ofNullable(server.live).map(data -> data.checkpoint);
  }

  @Override
  public synchronized void checkpoint(Checkpoint checkpoint) {
    live().checkpoint = checkpoint;
  }

  @Override
  public synchronized Rebuild startRebuild() {
    requireOpen();
    Data building = new Data();
    server.building = building;
    return new Rebuild() {
      private boolean ended;

      @Override
      public List<RejectedState> apply(List<EntityState> states) {
        requireBuilding();
        return building.apply(states);
      }

      @Override
      public void complete(Checkpoint checkpoint) {
        requireBuilding();
        building.checkpoint = checkpoint;
        building.makeVisible();
        server.live = building;
        ended = true;
      }

      private void requireBuilding() {
        if (ended || server.building != building) {
          throw new CoStoreException(CoStoreErrorCode.CLOSED, "the rebuild has ended");
        }
      }

      @Override
      public void close() {
        ended = true;
      }
    };
  }

  @Override
  public synchronized Stream<IdDigest> digests(EntityKind kind, long fromId, long toId) {
    return new ArrayList<>(live().visible.get(kind).subMap(fromId, toId).values())
        .stream()
            .filter(state -> !state.isDeleted())
            .map(state -> new IdDigest(state.id(), StateDigest.of(state)));
  }

  @Override
  public synchronized CoStoreHealth health() {
    if (closed) {
      return CoStoreHealth.bad(CoStoreErrorCode.CLOSED, "closed");
    }
    return server.live == null
        ? CoStoreHealth.bad(CoStoreErrorCode.INDEX_GONE, "nothing was built yet")
        : CoStoreHealth.good("in memory");
  }

  @Override
  public CoStoreMetrics metrics() {
    return metrics;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
