/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that ask the AIPM service, so that those of Neo4j can stop waiting. As many as there
 * are requests, each of which ends by the client's timeout; they are daemons that end by themselves
 * when idle.
 */
final class AipmThreads {
  private static final long IDLE_SECONDS = 10;

  private AipmThreads() {}

  static ExecutorService create() {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "pandagraph-aipm-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
