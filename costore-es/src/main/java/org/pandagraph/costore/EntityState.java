/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a co-store is told of one node or relationship as of a version: its labels and property
 * values, or that it is gone. Immutable, as long as the values in it are not changed.
 *
 * <p>Property values are {@code Long}, {@code Double}, {@code String}, {@code Boolean}, {@code
 * LocalDate}, {@code LocalTime}, {@code OffsetTime}, {@code LocalDateTime}, {@code ZonedDateTime},
 * {@link DurationValue}, {@link PointValue}, {@link BlobReference}, and a {@code List} of those,
 * which is all that Neo4j 4.4 keeps in a property: its smaller numbers and characters are widened
 * to these. A store hands back a state with a value of any other class as rejected.
 */
public final class EntityState {
  private final EntityKind kind;
  private final long id;
  private final long version;
  private final boolean deleted;
  private final Set<String> labels;
  private final Map<String, Object> properties;

  private EntityState(
      EntityKind kind,
      long id,
      long version,
      boolean deleted,
      Set<String> labels,
      Map<String, Object> properties) {
    this.kind = Objects.requireNonNull(kind);
    if (id < 0 || version < 0) {
      throw new IllegalArgumentException(
          "neither id nor version is negative: id " + id + ", version " + version);
    }
    this.id = id;
    this.version = version;
    this.deleted = deleted;
    this.labels = Collections.unmodifiableSet(new TreeSet<>(labels));
    this.properties = Collections.unmodifiableMap(new TreeMap<>(properties));
  }

  /**
   * A node or relationship that exists.
   *
   * @param id at least 0
   * @param version at least 0; of two states of one id the higher counts, of two equal ones the
   *     later
   * @param labels a node's labels, a relationship's one type; copied
   * @param properties value by key, no nulls; the map is copied, the values are not
   */
  public static EntityState of(
      EntityKind kind, long id, long version, Set<String> labels, Map<String, Object> properties) {
    return new EntityState(kind, id, version, false, labels, properties);
  }

  /** One that does not exist, or does no longer; parameters as for {@link #of}. */
  public static EntityState deleted(EntityKind kind, long id, long version) {
    return new EntityState(kind, id, version, true, Set.of(), Map.of());
  }

  public EntityKind kind() {
    return kind;
  }

  public long id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** Whether it does not exist; then it has no labels and no properties. */
  public boolean isDeleted() {
    return deleted;
  }

  /** A node's labels, a relationship's one type; sorted, cannot be changed. */
  public Set<String> labels() {
    return labels;
  }

  /** Value by key; sorted by key, cannot be changed. */
  public Map<String, Object> properties() {
    return properties;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof EntityState)) {
      return false;
    }
    EntityState that = (EntityState) other;
    return kind == that.kind
        && id == that.id
        && version == that.version
        && deleted == that.deleted
        && labels.equals(that.labels)
        && properties.equals(that.properties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, id, version);
  }

  /** For logs: without the values, which may be long or secret. */
  @Override
  public String toString() {
    return (kind == EntityKind.NODE ? "node " : "relationship ")
        + id
        + " as of "
        + version
        + (deleted ? ", deleted" : ", labels " + labels + ", keys " + properties.keySet());
  }
}
