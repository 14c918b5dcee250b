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
  private final boolean tolerant;
  private final long[] ids;
  private UnseenEntities latest;

  /** As of before the part of the answer that came last was asked for. */
  private UnseenEntities asked;

  private boolean isMissing;

  /**
   * @param unseen as of before the store is asked
   * @param unseenNow gives them as of now
   * @param tolerant whether there may be others, which nobody minds
   */
  Overlay(
      EntityKind kind,
      OwnChanges own,
      UnseenEntities unseen,
      Supplier<UnseenEntities> unseenNow,
      boolean tolerant) {
    this.kind = kind;
    this.own = own;
    this.unseen = unseen;
    this.unseenNow = unseenNow;
    this.tolerant = tolerant;
    this.latest = unseen;
    this.asked = unseen;
    MutableLongSet all = LongHashSet.newSetWith(unseen.ids(kind));
    all.addAll(own.changed());
    this.ids = all.toArray();
    Arrays.sort(ids);
  }

  /** All of them, in ascending order; not to be changed. */
  long[] ids() {
    return ids;
  }

  /** Whether an answer may lack changes that the store does not show. */
  boolean isTolerant() {
    return tolerant;
  }

  /** The unseen ones as of before the store was asked. */
  UnseenEntities unseen() {
    return unseen;
  }

  /** Those of this moment. */
  UnseenEntities unseenNow() {
    return unseenNow.get();
  }

  /** Of the transaction, a number that changes with whatever it changes. */
  long revision() {
    return own.revision();
  }

  /** Whether the transaction had changed an entity itself when the store was asked. */
  boolean isOwn(long id) {
    return own.changed().contains(id);
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

  /**
   * To be called once a part of the store's answer has come.
   *
   * @param before those that were unseen before it was asked for
   */
  void answered(UnseenEntities before) {
    asked = before;
    latest = unseenNow.get();
    isMissing = latest.mayHaveMissedSince(asked);
  }

  /** Whether the transaction has changed an entity since the store was asked, or before. */
  boolean isChangedNow(long id) {
    return own.isChangedNow(id);
  }

  /** Whether others may have changed an entity before the store's answer came, unseen by it. */
  boolean isDoubtful(long id) {
    return isMissing
        || !asked.known()
        || !latest.known()
        || asked.contains(kind, id)
        || latest.contains(kind, id);
  }
}
