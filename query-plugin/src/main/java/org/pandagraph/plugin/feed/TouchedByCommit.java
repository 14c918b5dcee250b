/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Optional;
import org.eclipse.collections.api.iterator.LongIterator;
import org.eclipse.collections.api.set.primitive.LongSet;
import org.neo4j.storageengine.api.txstate.NodeState;
import org.neo4j.storageengine.api.txstate.ReadableTransactionState;
import org.neo4j.storageengine.api.txstate.RelationshipState;

/** Finds whose labels and properties a transaction is about to change. */
final class TouchedByCommit {
  private final int most;
  private final TouchedEntities touched = new TouchedEntities();

  private TouchedByCommit(int most) {
    this.most = most;
  }

  /**
   * The touched entities of a transaction.
   *
   * @param most how many are worth being known one by one
   * @return empty where there may be more
   */
  static Optional<TouchedEntities> of(ReadableTransactionState state, int most) {
    TouchedByCommit found = new TouchedByCommit(most);
    return found.collect(state) ? Optional.of(found.touched) : Optional.empty();
  }

  private boolean collect(ReadableTransactionState state) {
    var nodes = state.addedAndRemovedNodes();
    var relationships = state.addedAndRemovedRelationships();
    if (!addAll(EntityKind.NODE, nodes.getAdded())
        || !addAll(EntityKind.NODE, nodes.getRemoved())
        || !addAll(EntityKind.RELATIONSHIP, relationships.getAdded())
        || !addAll(EntityKind.RELATIONSHIP, relationships.getRemoved())) {
      return false;
    }
    for (NodeState node : state.modifiedNodes()) {
      if ((node.hasPropertyChanges() || !node.labelDiffSets().isEmpty())
          && !add(EntityKind.NODE, node.getId())) {
        return false;
      }
    }
    for (RelationshipState relationship : state.modifiedRelationships()) {
      if (relationship.hasPropertyChanges()
          && !add(EntityKind.RELATIONSHIP, relationship.getId())) {
        return false;
      }
    }
    return true;
  }

  private boolean addAll(EntityKind kind, LongSet ids) {
    if (ids.size() > most) {
      return false;
    }
    LongIterator all = ids.longIterator();
    while (all.hasNext()) {
      if (!add(kind, all.next())) {
        return false;
      }
    }
    return true;
  }

  private boolean add(EntityKind kind, long id) {
    touched.add(kind, id);
    return touched.size() <= most;
  }
}
