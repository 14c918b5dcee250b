/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.http;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.service.ServiceMetrics;
import org.pandagraph.aipm.wire.Priority;
import org.pandagraph.aipm.wire.WireErrorCode;

/**
 * Threads and a bounded queue for each class of requests, so that no one's query waits behind index
 * building. Thread-safe.
 */
final class Lanes implements AutoCloseable {
  private final Map<Priority, ThreadPoolExecutor> executors = new EnumMap<>(Priority.class);

  Lanes(int threads, int queue, ServiceMetrics metrics) {
    Map<String, DoubleSupplier> waiting = new LinkedHashMap<>();
    Map<String, DoubleSupplier> running = new LinkedHashMap<>();
    for (Priority priority : Priority.values()) {
      int size = priority == Priority.BACKGROUND ? Math.max(1, threads / 2) : threads;
      ThreadPoolExecutor executor = executor(priority, size, queue);
      executors.put(priority, executor);
      waiting.put(priority.wireName(), () -> executor.getQueue().size());
      running.put(priority.wireName(), executor::getActiveCount);
    }
    metrics.gauge("panda_aipm_waiting", "Requests that wait", "priority", waiting);
    metrics.gauge("panda_aipm_running", "Requests being worked on", "priority", running);
  }

  private static ThreadPoolExecutor executor(Priority priority, int size, int queue) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        size,
        size,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(queue),
        task -> {
          Thread thread =
              new Thread(task, "aipm-" + priority.wireName() + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Runs a task in its class; the future completes with what it gives or throws.
   *
   * @throws ServiceException {@code OVERLOADED} where too many wait already
   */
  <T> CompletableFuture<T> run(Priority priority, Supplier<T> task) {
    try {
      return CompletableFuture.supplyAsync(task, executors.get(priority));
    } catch (RejectedExecutionException e) {
      throw new ServiceException(
          WireErrorCode.OVERLOADED,
          "too many " + priority.wireName() + " requests wait already; try again later",
          e);
    }
  }

  @Override
  public void close() {
    executors.values().forEach(ThreadPoolExecutor::shutdownNow);
  }
}
