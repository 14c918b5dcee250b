/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Flushing a file to the disk while its content is digested: waiting for the disk and computing go
 * side by side. As many threads as contents are stored at the same time. For one thread.
 */
final class Flush {
  /** From so many bytes on, digesting takes longer than handing over to another thread. */
  private static final int WORTH_A_THREAD_BYTES = 128 * 1024;

  private static final ExecutorService THREADS =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Flush::daemon);

  private final FutureTask<Void> task;

  private Flush(FutureTask<Void> task) {
    this.task = task;
  }

  /** What flushes. */
  interface Step {
    void run() throws IOException;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "panda-blob-flush");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins to flush.
   *
   * @param length bytes of the content: a short one is flushed when it is waited for
   */
  static Flush start(Step step, long length) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              step.run();
              return null;
            });
    if (length >= WORTH_A_THREAD_BYTES) {
      THREADS.execute(task);
    }
    return new Flush(task);
  }

  /** Returns when all is on the disk; an interrupted thread waits, too, and stays interrupted. */
  void await() throws IOException {
    // Does nothing where another thread has it.
    task.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          task.get();
          return;
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw e.getCause() instanceof IOException
              ? (IOException) e.getCause()
              : new IOException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
