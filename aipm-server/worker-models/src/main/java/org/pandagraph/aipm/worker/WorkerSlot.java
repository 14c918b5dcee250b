/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pandagraph.aipm.sdk.ModelResult.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one process of a pool running: starts it, feeds it, and starts it again after its end, with
 * growing pauses while it does nothing but end.
 */
final class WorkerSlot implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerSlot.class);
  // Requests rather wait than fail for a pause shorter than this.
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration IDLE_LOOK = Duration.ofMillis(200);

  private final WorkerSettings settings;
  private final WorkerQueue queue;
  private volatile WorkerProcess process;
  private volatile WorkerHello hello;
  private volatile boolean closed;
  private volatile int endsInARow;
  private volatile String lastEnd;

  WorkerSlot(WorkerSettings settings, WorkerQueue queue) {
    this.settings = settings;
    this.queue = queue;
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        if (process == null) {
          pause();
          start();
        } else {
          feed();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stop();
    }
  }

  /** Null while it is not ready. */
  WorkerProcess process() {
    return hello == null ? null : process;
  }

  /** Null while it is not ready. */
  WorkerHello hello() {
    return hello;
  }

  void checkTime() {
    WorkerProcess current = process;
    if (current != null) {
      current.checkTime();
    }
  }

  void close() {
    closed = true;
  }

  void kill() {
    WorkerProcess current = process;
    if (current != null) {
      current.kill("was closed");
    }
  }

  private void feed() throws InterruptedException {
    if (process.isEnded()) {
      process = null;
      return;
    }
    WorkerJob job = queue.poll(IDLE_LOOK);
    if (job != null && !process.send(job)) {
      queue.putBack(List.of(job));
    }
  }

  private void start() throws InterruptedException {
    if (closed) {
      return;
    }
    String problem = settings.problem().get();
    if (problem != null) {
      startFailed(problem);
      return;
    }
    try {
      WorkerProcess starting = new WorkerProcess(settings, this::ended);
      process = starting;
      ready(
          starting,
          starting.hello().get(settings.helloTimeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (IOException e) {
      startFailed("it cannot be run: " + e.getMessage());
    } catch (ExecutionException e) {
      startFailed(e.getCause().getMessage());
    } catch (TimeoutException e) {
      process.kill(
          "was not ready within "
              + WorkerProcess.seconds(settings.helloTimeout())
              + " and was ended");
      startFailed("it was not ready within " + WorkerProcess.seconds(settings.helloTimeout()));
    }
  }

  private synchronized void ready(WorkerProcess starting, WorkerHello said) {
    if (starting.isEnded()) {
      return;
    }
    hello = said;
    queue.ready(1);
    LOG.info(
        "{} worker {} is ready: version {}, {} ms, {} MiB",
        settings.name(),
        starting.pid(),
        said.version(),
        said.startMillis(),
        said.memoryBytes() >> 20);
  }

  private void startFailed(String why) {
    process = null;
    endsInARow = Math.max(2, endsInARow + 1);
    lastEnd = "the " + settings.name() + " model cannot start: " + why;
    LOG.warn("{}", lastEnd);
    queue.failAllUnlessReady(lastEnd);
  }

  private Duration backOff() {
    // The first end may be bad luck; from the second in a row on there is a pattern.
    if (endsInARow < 2) {
      return Duration.ZERO;
    }
    Duration wait = settings.firstBackOff().multipliedBy(1L << Math.min(endsInARow - 2, 20));
    return wait.compareTo(settings.maxBackOff()) < 0 ? wait : settings.maxBackOff();
  }

  private void pause() throws InterruptedException {
    long until = System.nanoTime() + backOff().toNanos();
    for (long left = backOff().toNanos(); left > 0 && !closed; left = until - System.nanoTime()) {
      if (left > PATIENCE.toNanos()) {
        queue.failAllUnlessReady(
            lastEnd + "; it is started again in " + (left / 1_000_000_000 + 1) + " s");
      }
      Thread.sleep(Math.min(left / 1_000_000 + 1, 50));
    }
  }

  private synchronized void ended(WorkerEnd end) {
    if (hello != null) {
      hello = null;
      queue.ready(-1);
    }
    if (end.ready()) {
      endsInARow = end.answered() ? 1 : endsInARow + 1;
      lastEnd = "the " + settings.name() + " worker " + end.reason();
      if (!closed) {
        LOG.warn("{}", lastEnd);
      }
    }
    List<WorkerJob> again = new ArrayList<>(end.waiting());
    WorkerJob running = end.running();
    if (running != null) {
      if (closed) {
        running.fail(Fault.MODEL_FAILED, "the " + settings.name() + " model was closed");
      } else if (end.hung()) {
        running.fail(Fault.TIMEOUT, lastEnd);
      } else if (running.mayTryAgain()) {
        again.add(0, running);
      } else {
        running.fail(Fault.MODEL_FAILED, lastEnd + "; it was tried twice");
      }
    }
    queue.putBack(again);
  }

  private void stop() {
    WorkerProcess current = process;
    if (current != null) {
      current.close();
    }
  }
}
