/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import org.eclipse.collections.api.iterator.LongIterator;
import org.neo4j.internal.id.IdGeneratorFactory;
import org.neo4j.internal.recordstorage.RecordIdType;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Reads the states of all nodes, then of all relationships that there are when it starts, in short
 * transactions. What is written meanwhile is read or not. Used by one thread.
 */
final class GraphScan {
  private final StateSource source;
  private final long nodes;
  private final long relationships;
  private Ids ids;
  private EntityKind kind = EntityKind.NODE;

  GraphScan(GraphDatabaseAPI database, StateSource source) {
    this.source = source;
    IdGeneratorFactory generators =
        database.getDependencyResolver().resolveDependency(IdGeneratorFactory.class);
    nodes = generators.get(RecordIdType.NODE).getHighId();
    relationships = generators.get(RecordIdType.RELATIONSHIP).getHighId();
    ids = new Ids(nodes);
  }

  /** The next states, perhaps none; null at the end. */
  StateBatch next() {
    if (!ids.hasNext() && kind == EntityKind.NODE) {
      kind = EntityKind.RELATIONSHIP;
      ids = new Ids(relationships);
    }
    return ids.hasNext() ? source.next(kind, ids, false) : null;
  }

  @Override
  public String toString() {
    return "reading "
        + (kind == EntityKind.NODE ? "nodes: " : "relationships: ")
        + (ids.end == 0 ? 100 : 100 * ids.next / ids.end)
        + " %";
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
