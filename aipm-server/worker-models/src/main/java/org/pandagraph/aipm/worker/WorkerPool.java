/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.pandagraph.aipm.sdk.ModelResult.Fault;

/**
 * Worker processes of one kind behind one queue. Thread-safe.
 *
 * <p>Every request comes to an end: with the worker's answer, or with a fault that says what
 * happened. A process that dies is started again, and the request it had at work is tried once more
 * on a fresh one; a process that does not answer in time is ended and started again. Requests it
 * had not begun with are not affected by either.
 */
public final class WorkerPool implements AutoCloseable {
  private static final long TICK_MILLIS = 50;
  private static final long CLOSE_MILLIS = 3000;

  private final WorkerSettings settings;
  private final WorkerQueue queue;
  private final List<WorkerSlot> slots;
  private final List<Thread> threads;
  private final ScheduledExecutorService clock;
  private boolean started;
  private boolean closed;

  /** A pool that starts its processes with the first request, or with {@link #start}. */
  public WorkerPool(WorkerSettings settings) {
    this.settings = Objects.requireNonNull(settings);
    queue = new WorkerQueue(settings.name());
    slots =
        Stream.generate(() -> new WorkerSlot(settings, queue)).limit(settings.processes()).toList();
    threads = slots.stream().map(s -> daemon(settings.name() + " worker", s)).toList();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            r -> daemon(settings.name() + " worker clock", r));
  }

  private static Thread daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Starts the processes in the background; does nothing where they are. */
  public synchronized void start() {
    if (!started && !closed) {
      started = true;
      threads.forEach(Thread::start);
      var unused =
          clock.scheduleWithFixedDelay(
              () -> slots.forEach(WorkerSlot::checkTime),
              TICK_MILLIS,
              TICK_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Asks a worker.
   *
   * @param op an operation it knows
   * @param options anything Jackson writes as a JSON object
   * @param parts the content; must not be changed until the answer is there
   * @return the answer; fails with a {@link ModelFault}, never with anything else
   */
  public CompletableFuture<WorkerAnswer> submit(String op, Object options, List<byte[]> parts) {
    start();
    WorkerJob job = new WorkerJob(op, options, parts);
    long bytes = parts.stream().mapToLong(p -> p.length).sum();
    if (bytes > settings.maxMessageBytes()) {
      job.fail(
          Fault.CONTENT_TOO_LARGE,
          "the content takes " + bytes + " bytes; at most " + settings.maxMessageBytes());
    } else {
      queue.add(job);
    }
    return job.answer;
  }

  /**
   * Asks a worker and waits for its answer; the request is dropped where the thread is interrupted.
   */
  public WorkerAnswer ask(String op, Object options, List<byte[]> parts)
      throws ModelFault, InterruptedException {
    return await(submit(op, options, parts));
  }

  /** Waits for an answer of {@link #submit}. */
  public static WorkerAnswer await(CompletableFuture<WorkerAnswer> answer)
      throws ModelFault, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ModelFault fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(false);
      throw e;
    }
  }

  /** Process ids of the workers that are ready. */
  public List<Long> pids() {
    return slots.stream()
        .map(WorkerSlot::process)
        .filter(Objects::nonNull)
        .map(WorkerProcess::pid)
        .toList();
  }

  /** What the workers that are ready said at their start. */
  public List<WorkerHello> hellos() {
    return slots.stream().map(WorkerSlot::hello).filter(Objects::nonNull).toList();
  }

  /**
   * Resident memory of the ready workers in bytes; those that do not say so in time are left out.
   */
  public long memoryBytes(long timeoutMillis) throws InterruptedException {
    long total = 0;
    for (WorkerSlot slot : slots) {
      WorkerProcess process = slot.process();
      if (process != null) {
        try {
          total += process.ping().get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
          continue;
        }
      }
    }
    return total;
  }

  /** Ends the processes; what is under way is answered with a fault. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    slots.forEach(WorkerSlot::close);
    queue.close();
    threads.forEach(Thread::interrupt);
    try {
      for (int i = 0; i < threads.size(); i++) {
        threads.get(i).join(CLOSE_MILLIS);
        // A worker that reads nothing more holds up who writes to it.
        slots.get(i).kill();
        threads.get(i).join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clock.shutdownNow();
  }
}
