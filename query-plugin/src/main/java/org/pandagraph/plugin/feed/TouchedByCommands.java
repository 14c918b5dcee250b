/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import org.neo4j.internal.helpers.collection.Visitor;
import org.neo4j.internal.recordstorage.Command.NodeCommand;
import org.neo4j.internal.recordstorage.Command.PropertyCommand;
import org.neo4j.internal.recordstorage.Command.RelationshipCommand;
import org.neo4j.kernel.impl.store.record.NodeRecord;
import org.neo4j.kernel.impl.store.record.PropertyRecord;
import org.neo4j.kernel.impl.store.record.RelationshipRecord;
import org.neo4j.storageengine.api.StorageCommand;

/**
 * Finds whose labels and properties the commands of a transaction change; see the package's
 * description for what is known of commands. Commands that only move the chain of a node's
 * relationships touch nothing.
 */
final class TouchedByCommands implements Visitor<StorageCommand, RuntimeException> {
  private static final long NONE = -1;

  private final TouchedEntities touched;

  TouchedByCommands(TouchedEntities touched) {
    this.touched = touched;
  }

  /** Gives false: the visit goes on. */
  @Override
  public boolean visit(StorageCommand command) {
    if (command instanceof NodeCommand) {
      NodeCommand change = (NodeCommand) command;
      if (isChanged(change.getBefore(), change.getAfter())) {
        touched.add(EntityKind.NODE, change.getAfter().getId());
      }
    } else if (command instanceof RelationshipCommand) {
      RelationshipCommand change = (RelationshipCommand) command;
      if (isChanged(change.getBefore(), change.getAfter())) {
        touched.add(EntityKind.RELATIONSHIP, change.getAfter().getId());
      }
    } else if (command instanceof PropertyCommand) {
      PropertyCommand change = (PropertyCommand) command;
      addOwner(change.getBefore());
      addOwner(change.getAfter());
    }
    return false;
  }

  private static boolean isChanged(NodeRecord before, NodeRecord after) {
    return before.inUse() != after.inUse()
        || after.isCreated()
        || before.getLabelField() != after.getLabelField()
        || before.getNextProp() != after.getNextProp()
        // Long lists of labels lie in records of their own, which may be rewritten in place.
        || !after.getDynamicLabelRecords().isEmpty()
        || !before.getDynamicLabelRecords().isEmpty();
  }

  private static boolean isChanged(RelationshipRecord before, RelationshipRecord after) {
    return before.inUse() != after.inUse()
        || after.isCreated()
        || before.getType() != after.getType()
        || before.getNextProp() != after.getNextProp();
  }

  private void addOwner(PropertyRecord record) {
    if (record.getNodeId() != NONE) {
      touched.add(EntityKind.NODE, record.getNodeId());
    }
    if (record.getRelId() != NONE) {
      touched.add(EntityKind.RELATIONSHIP, record.getRelId());
    }
  }
}
