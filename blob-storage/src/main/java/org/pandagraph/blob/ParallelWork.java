/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Does what waits for a store on a few threads, with a bounded number of tasks under way. Used by
 * one thread, whose interrupts it leaves alone; what a task throws comes out at the next call.
 */
public final class ParallelWork implements AutoCloseable {
  private final int tasks;
  private final ExecutorService threads;
  private final Semaphore free;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /**
   * Starts no thread yet.
   *
   * @param name of the threads, which are daemons
   * @param threads how many tasks run at a time, at least 1; as many again wait
   */
  public ParallelWork(String name, int threads) {
    this.tasks = 2 * threads;
    this.free = new Semaphore(tasks);
    this.threads =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does it soon; waits while too much is under way.
   *
   * @throws RuntimeException what an earlier task threw
   */
  public void submit(Runnable task) {
    rethrow();
    free.acquireUninterruptibly();
    threads.execute(
        () -> {
          try {
            task.run();
          } catch (Throwable e) {
            failure.compareAndSet(null, e);
          } finally {
            free.release();
          }
        });
  }

  /**
   * Waits until all is done.
   *
   * @throws RuntimeException what a task threw
   */
  public void finish() {
    free.acquireUninterruptibly(tasks);
    free.release(tasks);
    rethrow();
  }

  private void rethrow() {
    Throwable thrown = failure.get();
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }

  /** Waits for what is under way, whatever comes of it. */
  @Override
  public void close() {
    threads.shutdown();
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.DAYS)) {
          break;
        }
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
