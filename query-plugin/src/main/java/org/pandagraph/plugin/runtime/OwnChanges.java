/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Iterator;
import java.util.Optional;
import org.eclipse.collections.api.iterator.LongIterator;
import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.neo4j.internal.kernel.api.Read;
import org.neo4j.kernel.api.txstate.TransactionState;
import org.neo4j.kernel.api.txstate.TxStateHolder;
import org.neo4j.storageengine.api.txstate.LongDiffSets;
import org.neo4j.storageengine.api.txstate.NodeState;
import org.neo4j.storageengine.api.txstate.RelationshipState;
import org.pandagraph.costore.EntityKind;

/**
 * The nodes or relationships that a transaction has changed itself: as of a moment, and since. For
 * the transaction's thread.
 */
final class OwnChanges {
  /** Above this a transaction is looked through each time for longer than a scan may take. */
  private static final int MOST = 10_000;

  private final TxStateHolder transaction;
  private final EntityKind kind;
  private final MutableLongSet changed = new LongHashSet();
  private final long revision;
  private long lookedAt;

  private OwnChanges(TxStateHolder transaction, EntityKind kind) {
    this.transaction = transaction;
    this.kind = kind;
    this.revision = revision();
    this.lookedAt = revision;
    if (transaction.hasTxStateWithChanges()) {
      note(transaction.txState());
    }
  }

  /** Those of now; empty where there are too many of them. */
  static Optional<OwnChanges> of(Read read, EntityKind kind) {
    OwnChanges changes = new OwnChanges((TxStateHolder) read, kind);
    return changes.changed.size() > MOST ? Optional.empty() : Optional.of(changes);
  }

  private long revision() {
    return transaction.hasTxStateWithChanges() ? transaction.txState().getDataRevision() : -1;
  }

  private void note(TransactionState state) {
    if (kind == EntityKind.NODE) {
      note(state.addedAndRemovedNodes());
      Iterator<NodeState> nodes = state.modifiedNodes().iterator();
      while (changed.size() <= MOST && nodes.hasNext()) {
        changed.add(nodes.next().getId());
      }
    } else {
      note(state.addedAndRemovedRelationships());
      Iterator<RelationshipState> relationships = state.modifiedRelationships().iterator();
      while (changed.size() <= MOST && relationships.hasNext()) {
        changed.add(relationships.next().getId());
      }
    }
  }

  private void note(LongDiffSets addedAndRemoved) {
    note(addedAndRemoved.getAdded().longIterator());
    note(addedAndRemoved.getRemoved().longIterator());
  }

  private void note(LongIterator ids) {
    while (changed.size() <= MOST && ids.hasNext()) {
      changed.add(ids.next());
    }
  }

  /** Those that were changed when this was made; not to be changed. */
  MutableLongSet changed() {
    return changed;
  }

  /**
   * Whether an entity with a higher id has been changed or removed since this was made, and was not
   * before; also where there is too much to look through. What is made since does not count.
   *
   * @param id not less than at the last call, which has said no
   */
  boolean isAnyChangedBehind(long id) {
    long now = revision();
    if (now == lookedAt) {
      return false;
    }
    lookedAt = now;
    TransactionState state = transaction.txState();
    return kind == EntityKind.NODE
        ? isAnyBehind(state.addedAndRemovedNodes(), id) || isAnyNodeBehind(state, id)
        : isAnyBehind(state.addedAndRemovedRelationships(), id)
            || isAnyRelationshipBehind(state, id);
  }

  private static boolean isAnyBehind(LongDiffSets addedAndRemoved, long id) {
    return addedAndRemoved.getRemoved().anySatisfy(removed -> removed > id);
  }

  private boolean isAnyNodeBehind(TransactionState state, long id) {
    int looked = 0;
    for (NodeState node : state.modifiedNodes()) {
      long modified = node.getId();
      if (++looked > MOST
          || modified > id
              && !changed.contains(modified)
              && !state.nodeIsAddedInThisTx(modified)
              && (node.hasPropertyChanges() || !state.nodeStateLabelDiffSets(modified).isEmpty())) {
        return true;
      }
    }
    return false;
  }

  private boolean isAnyRelationshipBehind(TransactionState state, long id) {
    int looked = 0;
    for (RelationshipState relationship : state.modifiedRelationships()) {
      long modified = relationship.getId();
      if (++looked > MOST
          || modified > id
              && !changed.contains(modified)
              && !state.relationshipIsAddedInThisTx(modified)
              && relationship.hasPropertyChanges()) {
        return true;
      }
    }
    return false;
  }

  /** Whether an entity has been changed since this was made, or before. */
  boolean isChangedNow(long id) {
    if (revision() == revision) {
      return changed.contains(id);
    }
    TransactionState state = transaction.txState();
    return kind == EntityKind.NODE
        ? state.getNodeState(id).hasPropertyChanges()
            || !state.nodeStateLabelDiffSets(id).isEmpty()
            || changed.contains(id)
        : state.getRelationshipState(id).hasPropertyChanges() || changed.contains(id);
  }
}
