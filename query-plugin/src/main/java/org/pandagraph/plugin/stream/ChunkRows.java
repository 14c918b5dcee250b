/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.stream;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.neo4j.collection.RawIterator;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.ResourceTracker;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;
import org.pandagraph.plugin.blob.BlobChunks;

/**
 * The chunks of a content as rows of offset and bytes. Neo4j asks whether there is a next row only
 * after the one before was taken, so no more than one chunk is read ahead. The statement closes it
 * where the rows are not read to their end. For one thread.
 */
final class ChunkRows implements RawIterator<AnyValue[], ProcedureException>, AutoCloseable {
  private final BlobChunks chunks;
  private final Runnable requireRunning;
  private final ResourceTracker tracker;
  private AnyValue[] next;
  private boolean closed;

  /**
   * Takes over the chunks: from now on the tracker's owner closes them.
   *
   * @param requireRunning throws where the transaction has been terminated
   */
  ChunkRows(BlobChunks chunks, Runnable requireRunning, ResourceTracker tracker) {
    this.chunks = chunks;
    this.requireRunning = requireRunning;
    this.tracker = tracker;
    tracker.registerCloseableResource(this);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !closed) {
      requireRunning.run();
      long offset = chunks.position();
      Optional<byte[]> chunk = chunks.next();
      if (chunk.isPresent()) {
        next = new AnyValue[] {Values.longValue(offset), Values.byteArray(chunk.get())};
      } else {
        tracker.unregisterCloseableResource(this);
        close();
      }
    }
    return next != null;
  }

  @Override
  public AnyValue[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the content has ended");
    }
    AnyValue[] row = next;
    next = null;
    return row;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      next = null;
      chunks.close();
    }
  }
}
