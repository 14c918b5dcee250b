/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.blobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that work at the same time. */
final class Threads implements AutoCloseable {
  private final int count;
  private final ExecutorService pool;

  Threads(int count) {
    this.count = count;
    this.pool = Executors.newFixedThreadPool(count);
  }

  /** One operation. */
  interface Work {
    void run(int number) throws Exception;
  }

  /** Does so many operations, each once, and returns when all are done. */
  void run(int operations, Work work) throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          pool.submit(
              () -> {
                for (int n = next.getAndIncrement(); n < operations; n = next.getAndIncrement()) {
                  work.run(n);
                }
                return null;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
