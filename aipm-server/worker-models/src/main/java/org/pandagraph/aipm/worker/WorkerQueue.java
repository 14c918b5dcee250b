/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.pandagraph.aipm.sdk.ModelResult.Fault;

/** Requests that no process has yet, shared by the slots of a pool. Thread-safe. */
final class WorkerQueue {
  private final String name;
  private final BlockingDeque<WorkerJob> jobs = new LinkedBlockingDeque<>();
  private int ready;
  private boolean closed;

  WorkerQueue(String name) {
    this.name = name;
  }

  synchronized void add(WorkerJob job) {
    jobs.addLast(job);
    failWhatIsLeft();
  }

  /** Puts back what a process left undone, before everything else. */
  synchronized void putBack(List<WorkerJob> undone) {
    for (int i = undone.size() - 1; i >= 0; i--) {
      jobs.addFirst(undone.get(i));
    }
    failWhatIsLeft();
  }

  /** The next request that somebody still waits for; null where none comes in that time. */
  WorkerJob poll(Duration wait) throws InterruptedException {
    WorkerJob job = jobs.pollFirst(wait.toMillis(), TimeUnit.MILLISECONDS);
    while (job != null && job.abandoned()) {
      job = jobs.pollFirst();
    }
    return job;
  }

  /** One process more or fewer is ready. */
  synchronized void ready(int change) {
    ready += change;
  }

  /** Answers everything with a fault, unless another process can take it. */
  synchronized void failAllUnlessReady(String why) {
    if (ready == 0) {
      failAll(why);
    }
  }

  synchronized void close() {
    closed = true;
    failWhatIsLeft();
  }

  private void failWhatIsLeft() {
    if (closed) {
      failAll("the " + name + " model was closed");
    }
  }

  private void failAll(String why) {
    List<WorkerJob> all = new ArrayList<>();
    jobs.drainTo(all);
    all.forEach(job -> job.fail(Fault.MODEL_FAILED, why));
  }
}
