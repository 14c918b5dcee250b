/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.eclipse.collections.api.iterator.LongIterator;
import org.neo4j.internal.id.IdGeneratorFactory;
import org.neo4j.internal.recordstorage.RecordIdType;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Reads the states of all nodes, then of all relationships that there are when it starts, in short
 * transactions. What is written meanwhile is read or not. Used by one thread at a time.
 */
final class GraphScan implements Iterator<StateBatch> {
  private final StateSource source;
  private final long nodes;
  private final long relationships;
  private Ids ids;
  private EntityKind kind = EntityKind.NODE;
  private volatile String progress = "reading nodes: 0 %";

  GraphScan(GraphDatabaseAPI database, StateSource source) {
    this.source = source;
    IdGeneratorFactory generators =
        database.getDependencyResolver().resolveDependency(IdGeneratorFactory.class);
    nodes = generators.get(RecordIdType.NODE).getHighId();
    relationships = generators.get(RecordIdType.RELATIONSHIP).getHighId();
    ids = new Ids(nodes);
  }

  @Override
  public boolean hasNext() {
    if (!ids.hasNext() && kind == EntityKind.NODE) {
      kind = EntityKind.RELATIONSHIP;
      ids = new Ids(relationships);
    }
    return ids.hasNext();
  }

  /** The next states, perhaps none. */
  @Override
  public StateBatch next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    StateBatch batch = source.next(kind, ids, false);
    progress =
        "reading "
            + (kind == EntityKind.NODE ? "nodes: " : "relationships: ")
            + 100 * ids.next / ids.end
            + " %";
    return batch;
  }

  /** How far it has come, for people. Any thread may ask. */
  @Override
  public String toString() {
    return progress;
  }

  /** From 0 to an end, exclusive. */
  private static final class Ids implements LongIterator {
    private final long end;
    private long next;

    Ids(long end) {
      this.end = end;
    }

    @Override
    public boolean hasNext() {
      return next < end;
    }

    @Override
    public long next() {
      return next++;
    }
  }
}
