/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.storageengine.api.txstate.ReadableTransactionState;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.plugin.hook.CommitHook;
import org.pandagraph.plugin.plan.NoUnseenEntities;
import org.pandagraph.plugin.plan.UnseenEntities;

/** Which entities commits have touched since the last time the store was filled. Thread-safe. */
final class TouchedEntities implements CommitHook {
  private final Map<EntityKind, Set<Long>> touched = new EnumMap<>(EntityKind.class);

  /** Commits so far, and how many of them were visible when the store was filled last. */
  private long commits;

  private long visible;

  TouchedEntities() {
    clear();
  }

  synchronized void clear() {
    visible = commits;
    for (EntityKind kind : EntityKind.values()) {
      touched.put(kind, new TreeSet<>());
    }
  }

  @Override
  public synchronized Ending beforeCommit(ReadableTransactionState state) {
    commits++;
    Set<Long> nodes = touched.get(EntityKind.NODE);
    state.addedAndRemovedNodes().getAdded().forEach(nodes::add);
    state.addedAndRemovedNodes().getRemoved().forEach(nodes::add);
    state.modifiedNodes().forEach(node -> nodes.add(node.getId()));
    Set<Long> relationships = touched.get(EntityKind.RELATIONSHIP);
    state.addedAndRemovedRelationships().getAdded().forEach(relationships::add);
    state.addedAndRemovedRelationships().getRemoved().forEach(relationships::add);
    state.modifiedRelationships().forEach(r -> relationships.add(r.getId()));
    return null;
  }

  synchronized UnseenEntities snapshot(boolean known, long lagMillis) {
    Map<EntityKind, Set<Long>> copy = new EnumMap<>(EntityKind.class);
    touched.forEach((kind, ids) -> copy.put(kind, new HashSet<>(ids)));
    return new Snapshot(copy, known, lagMillis, commits, visible);
  }

  private record Snapshot(
      Map<EntityKind, Set<Long>> touched,
      boolean known,
      long lagMillis,
      long committedTransaction,
      long visibleTransaction)
      implements UnseenEntities {
    @Override
    public boolean usable() {
      return true;
    }

    @Override
    public UnseenEntities lasting() {
      return NoUnseenEntities.NONE;
    }

    @Override
    public int size(EntityKind kind) {
      return touched.get(kind).size();
    }

    @Override
    public boolean contains(EntityKind kind, long id) {
      return touched.get(kind).contains(id);
    }

    @Override
    public long[] ids(EntityKind kind) {
      return touched.get(kind).stream().mapToLong(Long::longValue).toArray();
    }
  }
}
