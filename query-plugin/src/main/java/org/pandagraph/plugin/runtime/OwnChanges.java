/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.function.ToLongFunction;
import java.util.stream.StreamSupport;
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

  private OwnChanges(TxStateHolder transaction, EntityKind kind) {
    this.transaction = transaction;
    this.kind = kind;
    this.revision = revision();
    if (transaction.hasTxStateWithChanges()) {
      note(transaction.txState());
    }
  }

  /** Those of now; empty where there are too many of them. */
  static Optional<OwnChanges> of(Read read, EntityKind kind) {
    OwnChanges changes = new OwnChanges((TxStateHolder) read, kind);
    return changes.changed.size() > MOST ? Optional.empty() : Optional.of(changes);
  }

  /** Another one after each change of the transaction, whatever of. */
  long revision() {
    return transaction.hasTxStateWithChanges() ? transaction.txState().getDataRevision() : -1;
  }

  private void note(TransactionState state) {
    note(addedAndRemoved(state));
    note(modified(state));
  }

  private LongDiffSets addedAndRemoved(TransactionState state) {
    return kind == EntityKind.NODE
        ? state.addedAndRemovedNodes()
        : state.addedAndRemovedRelationships();
  }

  /** Ids of those with a state of their own, whatever of them has been changed. */
  private PrimitiveIterator.OfLong modified(TransactionState state) {
    return kind == EntityKind.NODE
        ? ids(state.modifiedNodes(), NodeState::getId)
        : ids(state.modifiedRelationships(), RelationshipState::getId);
  }

  private static <T> PrimitiveIterator.OfLong ids(Iterable<T> states, ToLongFunction<T> id) {
    return StreamSupport.stream(states.spliterator(), false).mapToLong(id).iterator();
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

  private void note(PrimitiveIterator.OfLong ids) {
    while (changed.size() <= MOST && ids.hasNext()) {
      changed.add(ids.nextLong());
    }
  }

  /** Those that were changed when this was made; not to be changed. */
  MutableLongSet changed() {
    return changed;
  }

  /**
   * Whether an entity with a higher id has been changed or removed since this was made, and was not
   * before; also where there is too much to look through. What is made since does not count. To be
   * asked where the {@link #revision} is another one.
   */
  boolean isAnyChangedBehind(long id) {
    TransactionState state = transaction.txState();
    if (addedAndRemoved(state).getRemoved().anySatisfy(removed -> removed > id)) {
      return true;
    }
    PrimitiveIterator.OfLong modified = modified(state);
    for (int looked = 0; modified.hasNext(); looked++) {
      long one = modified.nextLong();
      if (looked == MOST || one > id && isNewlyChanged(state, one)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNewlyChanged(TransactionState state, long id) {
    return !changed.contains(id) && !addedAndRemoved(state).isAdded(id) && hasChanges(state, id);
  }

  /** Of what can be filtered: not of a node's relationships. */
  private boolean hasChanges(TransactionState state, long id) {
    return kind == EntityKind.NODE
        ? state.getNodeState(id).hasPropertyChanges() || !state.nodeStateLabelDiffSets(id).isEmpty()
        : state.getRelationshipState(id).hasPropertyChanges();
  }

  /** Whether an entity has been changed since this was made, or before. */
  boolean isChangedNow(long id) {
    if (revision() == revision) {
      return changed.contains(id);
    }
    return changed.contains(id) || hasChanges(transaction.txState(), id);
  }
}
