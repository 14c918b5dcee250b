/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Arrays;
import java.util.function.Supplier;
import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.plugin.plan.UnseenEntities;

/**
 * The nodes or relationships that are looked at in the graph itself, whatever a co-store says of
 * them: those that the transaction has changed, and those that the store may not show yet. For one
 * thread.
 */
final class Overlay {
  private final EntityKind kind;
  private final OwnChanges own;
  private final UnseenEntities unseen;
  private final Supplier<UnseenEntities> unseenNow;
  private final long[] ids;
  private UnseenEntities latest;

  /**
   * @param unseen as of before the store is asked
   * @param unseenNow gives them as of now
   */
  Overlay(
      EntityKind kind, OwnChanges own, UnseenEntities unseen, Supplier<UnseenEntities> unseenNow) {
    this.kind = kind;
    this.own = own;
    this.unseen = unseen;
    this.unseenNow = unseenNow;
    this.latest = unseen;
    MutableLongSet all = LongHashSet.newSetWith(unseen.ids(kind));
    all.addAll(own.changed());
    this.ids = all.toArray();
    Arrays.sort(ids);
  }

  /** All of them, in ascending order; not to be changed. */
  long[] ids() {
    return ids;
  }

  /** Whether the store's word on an entity counts for nothing. */
  boolean contains(long id) {
    return own.changed().contains(id) || unseen.contains(kind, id);
  }

  /**
   * Whether the transaction has changed an entity with a higher id since the store was asked, which
   * it was not asked to look at itself.
   */
  boolean isAnyChangedBehind(long id) {
    return own.isAnyChangedBehind(id);
  }

  /** To be called once a part of the store's answer has come. */
  void answered() {
    latest = unseenNow.get();
  }

  /** Whether an entity may have been changed since the store was asked. */
  boolean isDoubtful(long id) {
    return !latest.known() || latest.contains(kind, id) || own.isChangedNow(id);
  }
}
