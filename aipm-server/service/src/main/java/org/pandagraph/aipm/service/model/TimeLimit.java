/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs work that may not end by itself: whoever asks gets his thread back in time. Threads that do
 * not heed their interruption are counted, and when too many of them hang, nothing is begun any
 * more. Thread-safe.
 */
final class TimeLimit {
  private static final int MAX_THREADS = 32;

  private final Duration limit;
  private final Semaphore threads = new Semaphore(MAX_THREADS);

  TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * @throws TimeoutException where it took too long, or too many others hang
   * @throws ExecutionException with what the work threw
   */
  <T> T run(String name, Callable<T> work)
      throws TimeoutException, ExecutionException, InterruptedException {
    if (!threads.tryAcquire()) {
      throw new TimeoutException(MAX_THREADS + " contents are being worked on or hang already");
    }
    FutureTask<T> task = new FutureTask<>(work);
    begin(name, task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new TimeoutException("it took more than " + limit.toMillis() + " ms");
    } finally {
      task.cancel(true);
    }
  }

  private void begin(String name, Runnable task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } finally {
                threads.release();
              }
            },
            "aipm-model-" + name);
    thread.setDaemon(true);
    boolean started = false;
    try {
      thread.start();
      started = true;
    } finally {
      if (!started) {
        threads.release();
      }
    }
  }
}
