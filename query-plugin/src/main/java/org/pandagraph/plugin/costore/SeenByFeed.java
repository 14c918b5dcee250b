/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import org.pandagraph.costore.EntityKind;
import org.pandagraph.plugin.feed.UnseenChanges;
import org.pandagraph.plugin.plan.UnseenEntities;

/** The feed's unseen changes, as queries ask for them. Immutable. */
final class SeenByFeed implements UnseenEntities {
  private final UnseenChanges.Snapshot snapshot;

  SeenByFeed(UnseenChanges.Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public boolean usable() {
    return snapshot.usable();
  }

  @Override
  public UnseenEntities lasting() {
    return new SeenByFeed(snapshot.lasting());
  }

  @Override
  public boolean known() {
    return snapshot.known();
  }

  @Override
  public int size(EntityKind kind) {
    return all(kind).length;
  }

  @Override
  public boolean contains(EntityKind kind, long id) {
    return kind == EntityKind.NODE ? snapshot.containsNode(id) : snapshot.containsRelationship(id);
  }

  @Override
  public long[] ids(EntityKind kind) {
    return all(kind).clone();
  }

  private long[] all(EntityKind kind) {
    return kind == EntityKind.NODE ? snapshot.nodes() : snapshot.relationships();
  }

  @Override
  public long committedTransaction() {
    return snapshot.committedTransaction();
  }

  @Override
  public long visibleTransaction() {
    return snapshot.visibleTransaction();
  }

  @Override
  public long lagMillis() {
    return snapshot.lagMillis();
  }
}
