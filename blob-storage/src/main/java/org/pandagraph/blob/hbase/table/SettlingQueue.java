/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.hbase.client.Result;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobStoreMetrics;

/**
 * Settles contents a moment after they were stored, many with one look: for nearly all of them that
 * look is all there is to it. What cannot be settled is counted and left to the next one who stores
 * or discards the content; it is never tried again here, and never the failure of who stored it.
 * Thread-safe; holds a thread only while there is something to do.
 */
final class SettlingQueue {
  /** So long contents are collected, for one look at all of them. */
  private static final Duration COLLECTING = Duration.ofMillis(100);

  private static final int CONTENTS_A_LOOK = 500;

  /** What waits, some 200 bytes each; whoever stores beyond that settles its content itself. */
  private static final int MOST_WAITING = 4 * CONTENTS_A_LOOK;

  private static final Duration THREAD_IDLES = Duration.ofSeconds(5);

  private final ContentTable contents;
  private final Settler settler;
  private final BlobStoreMetrics metrics;
  private final BlockingQueue<Stored> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final ScheduledThreadPoolExecutor worker;
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /**
   * @param metrics gets those that could not be settled
   */
  SettlingQueue(ContentTable contents, Settler settler, BlobStoreMetrics metrics) {
    this.contents = contents;
    this.settler = settler;
    this.metrics = metrics;
    worker = new ScheduledThreadPoolExecutor(1, SettlingQueue::thread);
    worker.setKeepAliveTime(THREAD_IDLES.toMillis(), TimeUnit.MILLISECONDS);
    worker.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "panda-hbase-settle");
    thread.setDaemon(true);
    // Not that of whoever happened to store first.
    thread.setContextClassLoader(SettlingQueue.class.getClassLoader());
    return thread;
  }

  private static final class Stored {
    private final BlobDigest digest;
    private final byte[] id;

    Stored(BlobDigest digest, byte[] id) {
      this.digest = digest;
      this.id = id;
    }
  }

  /** A generation was stored: its manifest is durable. */
  void add(BlobDigest digest, byte[] id) {
    Stored stored = new Stored(digest, id);
    if (!waiting.offer(stored)) {
      settle(List.of(stored));
      return;
    }
    if (scheduled.compareAndSet(false, true)) {
      try {
        worker.schedule(this::work, COLLECTING.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closed) {
        giveUp();
      }
    }
  }

  private void work() {
    // Before it is emptied: what is added from now on may be too late for this time.
    scheduled.set(false);
    List<Stored> some = new ArrayList<>();
    while (waiting.drainTo(some, CONTENTS_A_LOOK) > 0) {
      settle(some);
      some.clear();
    }
  }

  private void settle(List<Stored> some) {
    int left = some.size();
    try {
      List<BlobDigest> digests = new ArrayList<>(left);
      for (Stored stored : some) {
        digests.add(stored.digest);
      }
      List<CompletableFuture<Result>> rows = contents.manifests(digests);
      for (int i = 0; i < rows.size(); i++) {
        if (settle(some.get(i), rows.get(i))) {
          left--;
        }
      }
    } catch (RuntimeException cannotLook) {
      // All that were not reached are left.
    }
    metrics.leftUnsettled(left);
  }

  private boolean settle(Stored stored, CompletableFuture<Result> row) {
    if (row.isCompletedExceptionally()) {
      return false;
    }
    try {
      return settler.settle(stored.digest, stored.id, Generation.of(row.join()));
    } catch (RuntimeException damagedOrDown) {
      return false;
    }
  }

  /**
   * Settles what was added before this was called.
   *
   * @param patience how long to wait for it
   */
  void flush(Duration patience) {
    if (worker.isShutdown()) {
      return;
    }
    try {
      Future<?> done = worker.submit(this::work);
      done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
      // What is left is settled later, or by somebody else.
    }
  }

  /**
   * Settles what there is and ends.
   *
   * @param patience how long that may take; what is left then is counted
   */
  void close(Duration patience) {
    if (!waiting.isEmpty() || worker.getActiveCount() > 0) {
      flush(patience);
    }
    worker.shutdownNow();
    giveUp();
  }

  private void giveUp() {
    List<Stored> left = new ArrayList<>();
    waiting.drainTo(left);
    metrics.leftUnsettled(left.size());
  }
}
