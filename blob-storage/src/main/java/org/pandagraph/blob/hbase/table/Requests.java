/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

/**
 * Sends requests to HBase, so many at a time, and waits for them: not for ever, and not when
 * interrupted. Thread-safe.
 */
final class Requests {
  /** HBase keeps to its own timeouts; this is for where it does not. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Semaphore permits;
  private final long timeoutNanos;
  private final StoreFaults faults;

  Requests(HBaseBlobStoreConfig config, StoreFaults faults) {
    this.permits = new Semaphore(config.maxRequests());
    this.timeoutNanos = config.operationTimeout().plus(GRACE).toNanos();
    this.faults = faults;
  }

  /** Sends a request and waits for its answer. */
  <T> T call(String what, Supplier<CompletableFuture<T>> request) {
    return await(what, send(what, request));
  }

  /** Sends a request, once fewer than so many are under way. */
  <T> CompletableFuture<T> send(String what, Supplier<CompletableFuture<T>> request) {
    acquire(what);
    CompletableFuture<T> sent;
    try {
      sent = request.get();
    } catch (RuntimeException e) {
      permits.release();
      throw faults.unavailable(what, e);
    } catch (Error e) {
      permits.release();
      throw e;
    }
    return sent.whenComplete((answer, error) -> permits.release());
  }

  private void acquire(String what) {
    try {
      if (!permits.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS)) {
        throw faults.unavailable(what, "all requests are busy, for longer than the timeout");
      }
    } catch (InterruptedException e) {
      throw interrupted(what);
    }
  }

  <T> T await(String what, CompletableFuture<T> sent) {
    try {
      return sent.get(timeoutNanos, TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw faults.unavailable(what, e);
    } catch (InterruptedException e) {
      throw interrupted(what);
    }
  }

  private RuntimeException interrupted(String what) {
    Thread.currentThread().interrupt();
    return faults.unavailable(what, "the thread was interrupted");
  }
}
