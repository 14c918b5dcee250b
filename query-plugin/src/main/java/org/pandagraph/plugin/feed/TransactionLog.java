/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import org.neo4j.common.DependencyResolver;
import org.neo4j.kernel.impl.transaction.log.LogicalTransactionStore;
import org.neo4j.kernel.impl.transaction.log.NoSuchTransactionException;
import org.neo4j.kernel.impl.transaction.log.TransactionCursor;
import org.neo4j.storageengine.api.StoreId;
import org.neo4j.storageengine.api.StoreIdProvider;
import org.neo4j.storageengine.api.TransactionId;
import org.neo4j.storageengine.api.TransactionIdStore;

/**
 * The one reader of a database's transaction log. What was read last is kept for the other
 * consumers. Thread-safe.
 */
final class TransactionLog {
  /** How many ids of entities are kept, about. */
  private static final int KEPT = 100_000;

  private final LogicalTransactionStore log;
  private final TransactionIdStore ids;
  private final StoreIdProvider store;
  private final TreeMap<Long, LoggedTransaction> recent = new TreeMap<>();
  private long kept;

  TransactionLog(DependencyResolver database) {
    log = database.resolveDependency(LogicalTransactionStore.class);
    ids = database.resolveDependency(TransactionIdStore.class);
    store = database.resolveDependency(StoreIdProvider.class);
  }

  /** The last transaction that is applied to the store, as all before it are. */
  long lastClosed() {
    return ids.getLastClosedTransactionId();
  }

  /** No transaction has a higher id by now, not even one that is being committed. */
  long lastGiven() {
    return ids.committingTransactionId();
  }

  /** Behind the last closed transaction. */
  FeedPosition end() {
    TransactionId committed = ids.getLastCommittedTransaction();
    long closed = lastClosed();
    return new FeedPosition(
        storeId(), closed, committed.transactionId() == closed ? committed.checksum() : 0);
  }

  private String storeId() {
    StoreId id = store.getStoreId();
    return Long.toHexString(id.getCreationTime()) + "-" + Long.toHexString(id.getRandomId());
  }

  /** Why the log does not go on where a position is; empty where it does. */
  synchronized Optional<String> whyNotFrom(FeedPosition position) throws IOException {
    if (!position.storeId().equals(storeId())) {
      return Optional.of("it is of another store (" + position.storeId() + ")");
    }
    TransactionId committed = ids.getLastCommittedTransaction();
    if (position.transactionId() > committed.transactionId()) {
      return Optional.of(
          "it has transaction "
              + position.transactionId()
              + ", and the database was set back to "
              + committed.transactionId());
    }
    int checksum = committed.checksum();
    if (position.transactionId() < committed.transactionId()) {
      try {
        checksum = next(position.transactionId()).previousChecksum;
      } catch (LogGapException e) {
        return Optional.of(e.getMessage());
      }
    }
    return position.checksum() == 0 || position.checksum() == checksum
        ? Optional.empty()
        : Optional.of(
            "its transaction "
                + position.transactionId()
                + " is not the one of the database, which was set back and went on differently");
  }

  /** One that is committed, but perhaps not closed: it is in the log all the same. */
  private LoggedTransaction next(long after) throws IOException, LogGapException {
    try (TransactionCursor cursor = open(after)) {
      return read(cursor, after + 1);
    }
  }

  /**
   * Reads closed transactions.
   *
   * @param enough how many entities there have to be before no further transaction is read
   * @return empty where there is no transaction after the position
   * @throws LogGapException where the next ones have been pruned
   */
  synchronized Optional<LogRange> read(FeedPosition position, int enough)
      throws IOException, LogGapException {
    long last = lastClosed();
    long at = position.transactionId();
    if (at >= last) {
      return Optional.empty();
    }
    TouchedEntities touched = new TouchedEntities();
    LoggedTransaction transaction = null;
    long committedAt = 0;
    TransactionCursor cursor = null;
    try {
      while (at < last && (transaction == null || touched.size() < enough)) {
        transaction = recent.get(at + 1);
        if (transaction == null) {
          cursor = cursor == null ? open(at) : cursor;
          transaction = read(cursor, at + 1);
          keep(transaction);
        } else if (cursor != null) {
          cursor.close();
          cursor = null;
        }
        at = transaction.id;
        touched.addAll(transaction.touched);
        committedAt = committedAt == 0 ? transaction.committedAt : committedAt;
      }
    } finally {
      if (cursor != null) {
        cursor.close();
      }
    }
    FeedPosition end = new FeedPosition(position.storeId(), at, transaction.checksum);
    return Optional.of(new LogRange(end, touched, committedAt));
  }

  private TransactionCursor open(long after) throws IOException, LogGapException {
    try {
      return log.getTransactions(after + 1);
    } catch (NoSuchTransactionException e) {
      throw gap(after + 1);
    }
  }

  private static LoggedTransaction read(TransactionCursor cursor, long id)
      throws IOException, LogGapException {
    if (!cursor.next() || cursor.get().getCommitEntry().getTxId() != id) {
      throw gap(id);
    }
    return new LoggedTransaction(cursor.get());
  }

  private static LogGapException gap(long id) {
    return new LogGapException("transaction " + id + " is not in the log any more");
  }

  private void keep(LoggedTransaction transaction) {
    recent.put(transaction.id, transaction);
    kept += 1 + transaction.touched.size();
    while (kept > KEPT) {
      kept -= 1 + recent.pollFirstEntry().getValue().touched.size();
    }
  }
}
