/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.IdDigest;
import org.pandagraph.costore.StateDigest;
import org.pandagraph.plugin.feed.ConsumerFeed;
import org.pandagraph.plugin.feed.GraphReader;
import org.pandagraph.plugin.feed.UnseenChanges;
import org.pandagraph.plugin.procedure.Progress;

/**
 * Compares all of a graph with its co-store while writes go on. Ranges of ids are compared by their
 * digests; where a range differs it is compared again, each time once the co-store shows all
 * commits of before, without what was touched meanwhile: what differs each time is a difference.
 * For one thread, once.
 */
final class ParityCheck {
  private static final long RANGE = 10_000;
  private static final int LOOKS = 3;
  private static final Duration CATCHES_UP_WITHIN = Duration.ofSeconds(60);

  private final GraphReader graph;
  private final CoStore store;
  private final ConsumerFeed feed;
  private final boolean repair;
  private final Progress progress;
  private final Map<EntityKind, Long> compared = new HashMap<>();
  private final List<ParityDifference> differences = new ArrayList<>();
  private long repaired;
  private long unrepaired;

  /**
   * @param repair whether what differs is put into the co-store as the graph has it; where it does
   *     not take that, a rebuild is asked for
   */
  ParityCheck(
      GraphReader graph, CoStore store, ConsumerFeed feed, boolean repair, Progress progress) {
    this.graph = graph;
    this.store = store;
    this.feed = feed;
    this.repair = repair;
    this.progress = progress;
  }

  /**
   * Compares.
   *
   * @return what differs, or did before it was repaired; in ascending order of ids, nodes first
   * @throws NotCaughtUpException where the co-store is too far behind to be compared
   */
  List<ParityDifference> run() throws InterruptedException {
    for (EntityKind kind : EntityKind.values()) {
      long end = graph.highId(GraphStates.kind(kind));
      for (long from = 0; from < end; from += RANGE) {
        progress.at(
            "comparing "
                + (kind == EntityKind.NODE ? "nodes: " : "relationships: ")
                + 100 * from / end
                + " %");
        range(kind, from, Math.min(end, from + RANGE));
      }
      range(kind, end, Long.MAX_VALUE);
    }
    if (unrepaired > 0) {
      feed.rebuild();
    }
    return differences;
  }

  private void range(EntityKind kind, long from, long to) throws InterruptedException {
    Map<Long, EntityState> states = new HashMap<>();
    boolean differs = !compare(kind, from, to, states).isEmpty();
    compared.merge(kind, (long) states.size(), Long::sum);
    if (!differs) {
      return;
    }
    // A deleted entity is so as of before the graph is read: it may be made anew meanwhile.
    long version = feed.status().lastClosed();
    List<ParityDifference> certain = certain(kind, from, to, states);
    differences.addAll(certain);
    if (repair && !certain.isEmpty()) {
      repair(certain, states, version);
      long left = left(kind, from, to, certain);
      repaired += certain.size() - left;
      unrepaired += left;
    }
  }

  /**
   * What differs each time. What is changed and shown again between two snapshots of the unseen
   * changes is in none of them, and looks as if it differed, once.
   *
   * @param states gets what the graph has
   */
  private List<ParityDifference> certain(
      EntityKind kind, long from, long to, Map<Long, EntityState> states)
      throws InterruptedException {
    List<ParityDifference> certain = look(kind, from, to, states);
    for (int i = 1; i < LOOKS && !certain.isEmpty(); i++) {
      certain.retainAll(look(kind, from, to, states));
    }
    return certain;
  }

  private List<ParityDifference> look(
      EntityKind kind, long from, long to, Map<Long, EntityState> states)
      throws InterruptedException {
    if (!feed.awaitVisible(feed.status().lastClosed(), CATCHES_UP_WITHIN)) {
      throw new NotCaughtUpException(
          "the co-store is "
              + feed.status().lagTransactions()
              + " transactions behind ("
              + feed.status().state()
              + "): it can be compared when it has caught up");
    }
    states.clear();
    UnseenChanges.Snapshot before = feed.unseen().snapshot();
    List<ParityDifference> suspects = compare(kind, from, to, states);
    UnseenChanges.Snapshot after = feed.unseen().snapshot();
    return suspects.stream()
        .filter(suspect -> !touched(before, suspect) && !touched(after, suspect))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean touched(UnseenChanges.Snapshot unseen, ParityDifference suspect) {
    if (!unseen.known()) {
      throw new NotCaughtUpException("the co-store cannot be compared now: " + unseen.reason());
    }
    return suspect.entity() == EntityKind.NODE
        ? unseen.containsNode(suspect.id())
        : unseen.containsRelationship(suspect.id());
  }

  /**
   * What differs in a range.
   *
   * @param states gets what the graph has
   */
  private List<ParityDifference> compare(
      EntityKind kind, long from, long to, Map<Long, EntityState> states) {
    // The store first: a commit in between then looks as if it were not applied, and is unseen.
    Map<Long, Long> stored = stored(kind, from, to);
    graph.read(
        GraphStates.kind(kind),
        from,
        Math.min(to, graph.highId(GraphStates.kind(kind))),
        state -> states.put(state.id(), GraphStates.of(state)));
    List<ParityDifference> found = new ArrayList<>();
    states.forEach(
        (id, state) -> {
          Long digest = stored.remove(id);
          if (digest == null) {
            found.add(new ParityDifference(ParityDifference.Kind.MISSING, kind, id));
          } else if (digest != StateDigest.of(state)) {
            found.add(new ParityDifference(ParityDifference.Kind.DIFFERENT, kind, id));
          }
        });
    stored
        .keySet()
        .forEach(id -> found.add(new ParityDifference(ParityDifference.Kind.SURPLUS, kind, id)));
    found.sort((a, b) -> Long.compare(a.id(), b.id()));
    return found;
  }

  private Map<Long, Long> stored(EntityKind kind, long from, long to) {
    try {
      return digests(kind, from, to);
    } catch (CoStoreException e) {
      if (e.code() != CoStoreErrorCode.INDEX_GONE) {
        throw e;
      }
      // A rebuild has come to its end.
      return digests(kind, from, to);
    }
  }

  private Map<Long, Long> digests(EntityKind kind, long from, long to) {
    try (Stream<IdDigest> digests = store.digests(kind, from, to)) {
      return digests.collect(Collectors.toMap(IdDigest::id, IdDigest::digest));
    }
  }

  private void repair(List<ParityDifference> certain, Map<Long, EntityState> states, long version) {
    List<EntityState> right = new ArrayList<>();
    for (ParityDifference difference : certain) {
      EntityState state = states.get(difference.id());
      right.add(
          state == null
              ? EntityState.deleted(difference.entity(), difference.id(), version)
              : state);
    }
    store.apply(right);
    store.makeVisible();
  }

  /**
   * How many differ even after they were repaired: somebody has written to the store behind the
   * feed's back, with versions that are ahead of the graph's.
   */
  private long left(EntityKind kind, long from, long to, List<ParityDifference> repaired)
      throws InterruptedException {
    Set<Long> ids = repaired.stream().map(ParityDifference::id).collect(Collectors.toSet());
    return certain(kind, from, to, new HashMap<>()).stream()
        .filter(left -> ids.contains(left.id()))
        .count();
  }

  /** For people and machines, in the order of a report. */
  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("nodes", compared.getOrDefault(EntityKind.NODE, 0L));
    figures.put("relationships", compared.getOrDefault(EntityKind.RELATIONSHIP, 0L));
    for (ParityDifference.Kind kind : ParityDifference.Kind.values()) {
      figures.put(
          kind.name().toLowerCase(java.util.Locale.ROOT),
          differences.stream().filter(difference -> difference.kind() == kind).count());
    }
    figures.put("repaired", repaired);
    figures.put("unrepaired", unrepaired);
    figures.put("seconds", progress.elapsed().toMillis() / 1000.0);
    return figures;
  }

  /** The co-store is behind the graph, so that they cannot be compared. */
  static final class NotCaughtUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCaughtUpException(String message) {
      super(message);
    }
  }
}
