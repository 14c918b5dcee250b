/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.function.Consumer;
import org.neo4j.internal.id.IdGeneratorFactory;
import org.neo4j.internal.recordstorage.RecordIdType;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Reads states of ranges of ids, for those who compare them with derived data. Thread-safe. */
public final class GraphReader {
  /** Ids looked at in one transaction. */
  private static final long IN_ONE_TRANSACTION = 10_000;

  private final GraphDatabaseAPI database;
  private final TransactionLog log;

  public GraphReader(GraphDatabaseAPI database) {
    this.database = database;
    log = new TransactionLog(database.getDependencyResolver());
  }

  /** No entity has this id or a higher one now. */
  public long highId(EntityKind kind) {
    return database
        .getDependencyResolver()
        .resolveDependency(IdGeneratorFactory.class)
        .get(kind == EntityKind.NODE ? RecordIdType.NODE : RecordIdType.RELATIONSHIP)
        .getHighId();
  }

  /**
   * Reads those that there are, each as of its own moment, in short transactions.
   *
   * @param from inclusive
   * @param to exclusive
   * @throws IllegalStateException where the store is damaged
   */
  public void read(EntityKind kind, long from, long to, Consumer<EntityState> states) {
    for (long start = from; start < to; start += IN_ONE_TRANSACTION) {
      try (EntityReader reader = new EntityReader(database, log)) {
        long end = Math.min(to, start + IN_ONE_TRANSACTION);
        for (long id = start; id < end; id++) {
          EntityState state = reader.read(kind, id);
          if (!state.deleted()) {
            states.accept(state);
          }
        }
      } catch (EntityReader.UnreadableException e) {
        throw new IllegalStateException(e.rejection().state() + ": " + e.getMessage(), e);
      }
    }
  }
}
