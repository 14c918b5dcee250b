/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import org.pandagraph.costore.EntityKind;

/** A node or relationship that graph and co-store do not have alike. Immutable. */
final class ParityDifference {
  /** In which way. */
  enum Kind {
    /** The graph has it, the co-store does not. */
    MISSING,
    /** The co-store has it, the graph does not. */
    SURPLUS,
    /** Both have it, with other labels or properties. */
    DIFFERENT
  }

  private final Kind kind;
  private final EntityKind entity;
  private final long id;

  ParityDifference(Kind kind, EntityKind entity, long id) {
    this.kind = kind;
    this.entity = entity;
    this.id = id;
  }

  Kind kind() {
    return kind;
  }

  EntityKind entity() {
    return entity;
  }

  long id() {
    return id;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParityDifference
        && kind == ((ParityDifference) other).kind
        && entity == ((ParityDifference) other).entity
        && id == ((ParityDifference) other).id;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }
}
