/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.neo4j.values.storable.Value;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.plugin.plan.PropertyValues;

/** States as the feed reads them, as a co-store takes them. */
final class GraphStates {
  private GraphStates() {}

  /** Of nodes or of relationships. */
  static EntityKind kind(org.pandagraph.plugin.feed.EntityKind kind) {
    return kind == org.pandagraph.plugin.feed.EntityKind.NODE
        ? EntityKind.NODE
        : EntityKind.RELATIONSHIP;
  }

  /** The same, as feeds name it. */
  static org.pandagraph.plugin.feed.EntityKind kind(EntityKind kind) {
    return kind == EntityKind.NODE
        ? org.pandagraph.plugin.feed.EntityKind.NODE
        : org.pandagraph.plugin.feed.EntityKind.RELATIONSHIP;
  }

  /**
   * The same state.
   *
   * @throws IllegalArgumentException where a property has a value that no property can have
   */
  static EntityState of(org.pandagraph.plugin.feed.EntityState state) {
    EntityKind kind = kind(state.kind());
    if (state.deleted()) {
      return EntityState.deleted(kind, state.id(), state.version());
    }
    Map<String, Object> properties = new HashMap<>();
    for (Map.Entry<String, Value> property : state.properties().entrySet()) {
      try {
        properties.put(property.getKey(), PropertyValues.held(property.getValue()));
      } catch (NotPushable e) {
        throw new IllegalArgumentException(
            "property `" + property.getKey() + "`: " + e.getMessage(), e);
      }
    }
    return EntityState.of(
        kind, state.id(), state.version(), new HashSet<>(state.labels()), properties);
  }
}
