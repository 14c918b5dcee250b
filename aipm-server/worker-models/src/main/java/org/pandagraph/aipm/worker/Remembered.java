/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.pandagraph.aipm.sdk.ModelResult.Fault;

/**
 * Computes something of a content once for all who ask, on a few threads, and remembers the results
 * used last. Thread-safe.
 *
 * @param <T> what is computed; immutable
 */
public final class Remembered<T> implements AutoCloseable {
  private final Map<String, CompletableFuture<T>> results;
  private final ExecutorService threads;

  /**
   * @param name of the threads
   * @param threadCount how many contents are worked on at a time
   * @param capacity how many results are remembered
   */
  public Remembered(String name, int threadCount, int capacity) {
    results =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<T>> eldest) {
            return size() > capacity;
          }
        };
    AtomicInteger count = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            threadCount,
            body -> {
              Thread thread = new Thread(body, name + " " + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * The result for a content, computed now where nobody asked before.
   *
   * @param digest of the content; null for one that must not be remembered
   * @return fails with a {@link ModelFault}; only faults of the content itself are remembered
   */
  public synchronized CompletableFuture<T> get(String digest, Callable<T> computation) {
    CompletableFuture<T> known = digest == null ? null : results.get(digest);
    if (known != null && !temporary(known)) {
      return known;
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    if (digest != null) {
      results.put(digest, result);
    }
    try {
      threads.execute(() -> compute(computation, result));
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(new ModelFault(Fault.MODEL_FAILED, "the model was closed"));
    }
    return result;
  }

  /** Waits for a result. */
  public static <T> T await(CompletableFuture<T> result) throws ModelFault, InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ModelFault fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static <T> void compute(Callable<T> computation, CompletableFuture<T> result) {
    try {
      result.complete(computation.call());
    } catch (ModelFault e) {
      result.completeExceptionally(e);
    } catch (Exception e) {
      result.completeExceptionally(new ModelFault(Fault.MODEL_FAILED, "the model failed: " + e));
    } catch (OutOfMemoryError e) {
      result.completeExceptionally(
          new ModelFault(Fault.CONTENT_TOO_LARGE, "the content needs more memory than there is"));
    } finally {
      // Whatever else happened: nobody may wait for ever.
      result.completeExceptionally(new ModelFault(Fault.MODEL_FAILED, "the model failed"));
    }
  }

  private static boolean temporary(CompletableFuture<?> result) {
    if (!result.isCompletedExceptionally()) {
      return false;
    }
    Throwable cause = result.handle((value, e) -> e).join();
    return !(cause instanceof ModelFault fault)
        || fault.fault() == Fault.MODEL_FAILED
        || fault.fault() == Fault.TIMEOUT;
  }
}
