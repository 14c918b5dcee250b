/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import java.util.List;
import org.pandagraph.costore.Checkpoint;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.Rebuild;
import org.pandagraph.costore.RejectedState;

/** Fills the next generation. */
final class ElasticRebuild implements Rebuild {
  private final Indexes indexes;
  private final BulkWriter writer;
  private final Checkpoints checkpoints;
  private final Generation generation;
  private boolean ended;

  ElasticRebuild(Indexes indexes, BulkWriter writer, Checkpoints checkpoints) {
    this.indexes = indexes;
    this.writer = writer;
    this.checkpoints = checkpoints;
    this.generation = indexes.create();
  }

  @Override
  public List<RejectedState> apply(List<EntityState> states) {
    requireOpen();
    return writer.write(states, indexes::buildingAlias);
  }

  @Override
  public void complete(Checkpoint checkpoint) {
    requireOpen();
    checkpoints.write(checkpoint, indexes.checkpointBuildingAlias());
    indexes.swap(generation);
    ended = true;
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      indexes.drop(generation.all());
    }
  }

  private void requireOpen() {
    if (ended) {
      throw new CoStoreException(CoStoreErrorCode.CLOSED, "the rebuild has ended");
    }
  }
}
