/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a consumer's data lacks. Thread-safe. */
final class ParkedEntities {
  private final int most;
  private final Map<List<Object>, ParkedEntity> parked = new LinkedHashMap<>();
  private final Map<List<Object>, ParkedEntity> released = new LinkedHashMap<>();

  ParkedEntities(int most) {
    this.most = most;
  }

  private static List<Object> key(EntityKind kind, long id) {
    return List.of(kind, id);
  }

  synchronized void replaceWith(Collection<ParkedEntity> others) {
    released.putAll(parked);
    parked.clear();
    for (ParkedEntity other : others) {
      parked.put(key(other.kind(), other.id()), other);
      released.remove(key(other.kind(), other.id()));
    }
  }

  /**
   * Notes the outcome of a batch.
   *
   * @param applied the refused ones included
   * @throws ConsumerException where there are more refused ones than can be a matter of what is in
   *     them
   */
  synchronized void note(List<EntityState> applied, List<Rejection> rejections)
      throws ConsumerException {
    if (!parked.isEmpty()) {
      for (EntityState state : applied) {
        release(key(state.kind(), state.id()));
      }
    }
    for (Rejection rejection : rejections) {
      EntityState state = rejection.state();
      List<Object> key = key(state.kind(), state.id());
      if (parked.size() >= most && !parked.containsKey(key)) {
        throw new ConsumerException(
            ConsumerException.Kind.MISCONFIGURED,
            "more than " + most + " entities are refused, the last one: " + rejection.reason(),
            null);
      }
      ParkedEntity before = released.remove(key);
      Instant since = before == null ? Instant.now() : before.since();
      parked.put(key, new ParkedEntity(state.kind(), state.id(), rejection.reason(), since));
    }
  }

  private void release(List<Object> key) {
    ParkedEntity entity = parked.remove(key);
    if (entity != null) {
      released.put(key, entity);
    }
  }

  synchronized List<ParkedEntity> all() {
    return new ArrayList<>(parked.values());
  }

  /** Whether queries still take an entity for parked. */
  synchronized boolean isTakenForParked(EntityKind kind, long id) {
    return parked.containsKey(key(kind, id)) || released.containsKey(key(kind, id));
  }

  synchronized int size() {
    return parked.size();
  }

  /** Whether some have been applied that queries still take for parked. */
  synchronized boolean hasReleased() {
    return !released.isEmpty();
  }

  /** Those that were applied, once. */
  synchronized List<ParkedEntity> takeReleased() {
    List<ParkedEntity> all = new ArrayList<>(released.values());
    released.clear();
    return all;
  }
}
