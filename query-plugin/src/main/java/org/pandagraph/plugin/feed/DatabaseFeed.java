/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.Log;
import org.neo4j.logging.LogProvider;
import org.neo4j.storageengine.api.txstate.ReadableTransactionState;

/**
 * The change feed of one database: one reader of its log, and a worker for each consumer.
 * Thread-safe.
 */
public final class DatabaseFeed {
  /** How long a stopping database waits for the batches that are running. */
  private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(30);

  private final TransactionLog transactions;
  private final List<FeedWorker> workers = new ArrayList<>();
  private final int mostUnseen;

  /**
   * @param database starting: its components are there, it runs no transactions yet
   * @param registrations at least one
   */
  DatabaseFeed(
      GraphDatabaseAPI database,
      List<ChangeConsumerFactory.Registration> registrations,
      LogProvider logs) {
    transactions = new TransactionLog(database.getDependencyResolver());
    Log log = logs.getLog(DatabaseFeed.class);
    int most = 0;
    for (ChangeConsumerFactory.Registration registration : registrations) {
      workers.add(new FeedWorker(registration, database, transactions, log));
      most = Math.max(most, registration.options().mostUnseen());
    }
    mostUnseen = most;
  }

  /** What happens to a transaction that is about to commit. Used by its thread. */
  public final class PendingCommit {
    private final List<UnseenSet.Commit> entered;

    private PendingCommit(List<UnseenSet.Commit> entered) {
      this.entered = entered;
    }

    /**
     * It was.
     *
     * @param transactionId 0 where Neo4j does not say: it has left no trace in the log, or has
     *     failed after it came there
     */
    public void committed(long transactionId) {
      long known = transactionId == 0 ? transactions.lastGiven() : transactionId;
      entered.forEach(commit -> commit.ended(known));
      workers.forEach(FeedWorker::committed);
    }

    /** It was not, or nobody knows: it may have come to the log and no further. */
    public void rolledBack() {
      long last = transactions.lastGiven();
      entered.forEach(commit -> commit.ended(last));
    }
  }

  /**
   * Has to be called for all transactions that change data, before they commit, from before the
   * first one on.
   *
   * @return to be told how it ended; null where nothing is touched
   */
  public PendingCommit beforeCommit(ReadableTransactionState state) {
    Optional<TouchedEntities> touched = TouchedByCommit.of(state, mostUnseen);
    if (touched.isPresent() && touched.get().isEmpty()) {
      return null;
    }
    List<UnseenSet.Commit> entered = new ArrayList<>(workers.size());
    workers.forEach(worker -> entered.add(worker.unseenSet().begin(touched)));
    return new PendingCommit(entered);
  }

  /** To be called when the database has become available. */
  public void start() {
    workers.forEach(FeedWorker::start);
  }

  /** To be called when the database is about to become unavailable; waits for running batches. */
  public void stop() {
    workers.forEach(FeedWorker::stop);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
    for (FeedWorker worker : workers) {
      try {
        worker.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Closes the consumers, after {@link #stop}. */
  public void close() {
    workers.forEach(FeedWorker::close);
  }

  /** One for each consumer, in the order of their registration. */
  public List<ConsumerFeed> consumers() {
    return List.copyOf(workers);
  }

  /** By name. */
  public Optional<ConsumerFeed> consumer(String name) {
    return consumers().stream().filter(consumer -> consumer.name().equals(name)).findAny();
  }
}
