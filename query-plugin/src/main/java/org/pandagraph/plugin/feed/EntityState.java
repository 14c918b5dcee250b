/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.values.storable.Value;

/**
 * A node or relationship as it was read from the graph. Immutable.
 *
 * <p>An id is not an identity over time: Neo4j gives the ids of deleted entities to new ones.
 */
public final class EntityState {
  /** A guess of the heap an entity takes besides its values, bytes. */
  private static final int OVERHEAD = 64;

  private final EntityKind kind;
  private final long id;
  private final long version;
  private final boolean deleted;
  private final List<String> labels;
  private final Map<String, Value> properties;
  private final long bytes;

  private EntityState(
      EntityKind kind,
      long id,
      long version,
      boolean deleted,
      List<String> labels,
      Map<String, Value> properties) {
    this.kind = Objects.requireNonNull(kind);
    this.id = id;
    this.version = version;
    this.deleted = deleted;
    this.labels = List.copyOf(labels);
    this.properties = Map.copyOf(properties);
    long size = OVERHEAD;
    for (Map.Entry<String, Value> property : properties.entrySet()) {
      size += property.getKey().length() + property.getValue().estimatedHeapUsage();
    }
    this.bytes = size;
  }

  /**
   * One that there is.
   *
   * @param version transaction id; all up to it are in the state, later ones may be
   * @param labels of a node, in no order; a relationship's type is its one label
   * @param properties by name, none of them {@code NO_VALUE}
   */
  public static EntityState present(
      EntityKind kind, long id, long version, List<String> labels, Map<String, Value> properties) {
    return new EntityState(kind, id, version, false, labels, properties);
  }

  /** One that there is no more. */
  public static EntityState deleted(EntityKind kind, long id, long version) {
    return new EntityState(kind, id, version, true, List.of(), Map.of());
  }

  public EntityKind kind() {
    return kind;
  }

  public long id() {
    return id;
  }

  /**
   * Id of the last transaction that was certainly read; of two states of an entity, the one with
   * the higher version is as new or newer.
   */
  public long version() {
    return version;
  }

  /** Whether there is no such entity; it has no labels and no properties then. */
  public boolean deleted() {
    return deleted;
  }

  /** A relationship's type is its one label. */
  public List<String> labels() {
    return labels;
  }

  public Map<String, Value> properties() {
    return properties;
  }

  /** About how much heap it takes, bytes. */
  public long bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return kind
        + " "
        + id
        + (deleted ? " deleted" : " " + labels + properties)
        + " as of transaction "
        + version;
  }
}
