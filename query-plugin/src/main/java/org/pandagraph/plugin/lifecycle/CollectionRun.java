/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.neo4j.kernel.api.KernelTransactionHandle;
import org.neo4j.kernel.impl.api.KernelTransactions;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.ParallelWork;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.plugin.procedure.Progress;

/**
 * One collection of one database, mark and sweep. What a property refers to at its beginning, and
 * what commits have referred to since, is kept; of the rest goes what has been without a reference
 * and stored for the grace time, and was stored before the oldest open transaction began: that may
 * have stored it and not committed yet.
 */
final class CollectionRun {
  /** How exact a store's times are. */
  static final Duration SHORTEST_AGE = Duration.ofSeconds(1);

  /** How long nobody has written to a leftover before it is removed. */
  private static final Duration LEFTOVER_AGE = Duration.ofDays(1);

  private static final int THREADS = 4;
  private static final int TOLD_EVERY = 1_000;

  private final GraphDatabaseAPI database;
  private final BlobStore store;
  private final CommitGuard guard;
  private final KnownOrphans orphans;
  private final Progress progress;
  private final CollectionResult result;
  private final LongAdder discarded = new LongAdder();
  private final LongAdder bytesFreed = new LongAdder();
  private final FailedDiscards failed = new FailedDiscards();

  CollectionRun(
      GraphDatabaseAPI database,
      BlobStore store,
      CommitGuard guard,
      KnownOrphans orphans,
      Progress progress) {
    this.database = database;
    this.store = store;
    this.guard = guard;
    this.orphans = orphans;
    this.progress = progress;
    this.result = new CollectionResult(progress.started());
  }

  /**
   * Collects; call once.
   *
   * @param graceTime at least 0
   * @throws BlobException where the store is down
   */
  CollectionResult run(Duration graceTime) throws IOException {
    guard.startRecording();
    try {
      Instant storedBefore = oldestOpenTransaction();
      MarkedDigests marked = mark();
      sweep(marked, graceTime, storedBefore);
    } finally {
      guard.stopRecording();
    }
    result.failure = failed.failure(result.discarded);
    removeLeftovers();
    result.took = progress.elapsed();
    return result;
  }

  private void removeLeftovers() {
    progress.at("removing leftovers of interrupted writers");
    try {
      result.leftovers = store.removeLeftovers(LEFTOVER_AGE);
    } catch (BlobException e) {
      result.failure = Optional.of(result.failure.orElse(e));
    }
  }

  /** What is stored after this may be that of an open transaction, now or while it collects. */
  private Instant oldestOpenTransaction() {
    Instant now = Instant.now();
    return database
        .getDependencyResolver()
        .resolveDependency(KernelTransactions.class)
        // Unlike the active ones these include those that have begun to commit.
        .executingTransactions()
        .stream()
        .map(KernelTransactionHandle::startTime)
        .map(Instant::ofEpochMilli)
        .min(Instant::compareTo)
        .orElse(now);
  }

  private MarkedDigests mark() {
    MarkedDigests marked = new MarkedDigests();
    GraphScan scan = new GraphScan(database, progress);
    scan.visit((blob, ofNode, entity, key) -> marked.mark(blob.digest()));
    result.nodes = scan.nodes();
    result.relationships = scan.relationships();
    result.references = scan.references();
    result.referenced = marked.size();
    return marked;
  }

  private void sweep(MarkedDigests marked, Duration graceTime, Instant storedBefore)
      throws IOException {
    Instant now = Instant.now();
    Instant orphanUntil = now.minus(graceTime);
    Instant storedUntil = earlier(earlier(orphanUntil, now.minus(SHORTEST_AGE)), storedBefore);
    Orphans after = new Orphans();
    try (ParallelWork work = new ParallelWork("panda-blob-collector", THREADS);
        Stream<StoredBlob> contents = store.list()) {
      for (StoredBlob content : (Iterable<StoredBlob>) contents::iterator) {
        if (result.stored++ % TOLD_EVERY == 0) {
          progress.at(
              "looking at stored contents: "
                  + (result.stored - 1)
                  + " seen, "
                  + discarded
                  + " discarded");
        }
        result.storedBytes += content.length();
        if (marked.isMarked(content.digest())) {
          continue;
        }
        Instant since = orphans.since(content.digest(), now);
        if (since.isAfter(orphanUntil)
            || !content.storedAt().isBefore(storedUntil)
            || failed.areEnough()) {
          after.put(content.digest(), since);
        } else {
          work.submit(() -> discard(content, since));
        }
      }
      work.finish();
    } finally {
      result.discarded = discarded.sum();
      result.bytesFreed = bytesFreed.sum();
    }
    failed.putInto(after);
    guard.replaceOrphans(after);
    result.waiting = after.size();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private void discard(StoredBlob content, Instant since) {
    if (failed.areEnough()) {
      failed.notTried(content.digest(), since);
      return;
    }
    try {
      if (guard.discard(content)) {
        discarded.increment();
        bytesFreed.add(content.length());
      }
    } catch (BlobException e) {
      failed.failed(content.digest(), since, e);
    }
  }
}
