/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.pandagraph.aipm.sdk.ModelResult.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process of a worker, from its start to its end. Thread-safe.
 *
 * <p>However it ends (by itself, killed, for printing garbage, for not answering in time), all
 * requests that it left unanswered are handed to the listener, once.
 */
final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final long CLOSE_SECONDS = 2;
  private static final Duration GRACE = Duration.ofMillis(500);

  private final WorkerSettings settings;
  private final Consumer<WorkerEnd> onEnd;
  private final Process process;
  private final OutputStream out;
  private final StderrLog stderr;
  private final Thread reaper = new Thread(this::destroy, "worker-reaper");
  private final CompletableFuture<WorkerHello> hello = new CompletableFuture<>();
  private final Map<Long, CompletableFuture<Long>> pings = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final AtomicBoolean finished = new AtomicBoolean();

  private final Object lock = new Object();
  // All below guarded by lock; the first in flight is the one the worker has at work.
  private final Map<Long, WorkerJob> inFlight = new LinkedHashMap<>();
  private long runningSince;
  private boolean ended;
  private boolean hung;
  private boolean answered;
  private String killedFor;

  /**
   * Starts the process.
   *
   * @throws IOException where the program cannot be run
   */
  WorkerProcess(WorkerSettings settings, Consumer<WorkerEnd> onEnd) throws IOException {
    this.settings = settings;
    this.onEnd = onEnd;
    process =
        new ProcessBuilder(settings.command()).directory(settings.directory().toFile()).start();
    out = process.getOutputStream();
    String label = settings.name() + " worker " + process.pid();
    stderr = new StderrLog(label, process.getErrorStream());
    try {
      Runtime.getRuntime().addShutdownHook(reaper);
    } catch (IllegalStateException e) {
      destroy();
      throw new IOException("the service is shutting down", e);
    }
    thread(label + " stderr", stderr).start();
    thread(label + " stdout", this::readAll).start();
    // A child of the worker may keep its stdout open: its end must not wait for that.
    process
        .onExit()
        .thenRunAsync(
            this::finish,
            CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static Thread thread(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    return thread;
  }

  long pid() {
    return process.pid();
  }

  /** Done when the worker said hello; fails with a {@link ModelFault} where it ended before. */
  CompletableFuture<WorkerHello> hello() {
    return hello;
  }

  /** Resident memory in bytes, as the worker says it, once it comes to answer. */
  CompletableFuture<Long> ping() {
    long id = ids.incrementAndGet();
    CompletableFuture<Long> pong = new CompletableFuture<>();
    pings.put(id, pong);
    write(new Frame(Frame.header("ping", id), List.of()));
    if (finished.get()) {
      pong.completeExceptionally(new IOException("the worker ended"));
    }
    return pong;
  }

  /**
   * Sends a request, as soon as not too many are under way.
   *
   * @return false where the process ended before; it knows nothing of the request then
   */
  boolean send(WorkerJob job) throws InterruptedException {
    long id = ids.incrementAndGet();
    synchronized (lock) {
      while (!ended && inFlight.size() >= settings.inFlight()) {
        lock.wait();
      }
      if (ended) {
        return false;
      }
      if (inFlight.isEmpty()) {
        runningSince = System.nanoTime();
      }
      inFlight.put(id, job);
    }
    write(job.frame(id));
    return true;
  }

  /** Whether it takes no more requests. */
  boolean isEnded() {
    synchronized (lock) {
      return ended;
    }
  }

  /** Kills the worker where the request it has at work takes too long. */
  void checkTime() {
    synchronized (lock) {
      if (ended
          || inFlight.isEmpty()
          || System.nanoTime() - runningSince < settings.requestTimeout().toNanos()) {
        return;
      }
      hung = true;
    }
    kill("did not answer within " + seconds(settings.requestTimeout()) + " and was ended");
  }

  /** Ends the process at once. */
  void kill(String reason) {
    synchronized (lock) {
      if (killedFor == null) {
        killedFor = reason;
      }
    }
    destroy();
  }

  /** Lets the worker end by itself, and ends it where it does not. */
  @Override
  public void close() {
    synchronized (lock) {
      if (killedFor == null) {
        killedFor = "was closed";
      }
    }
    // Whoever closes is often told to hurry by an interrupt, which must not leave the process
    // there.
    boolean interrupted = Thread.interrupted();
    try {
      out.close();
      if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        destroy();
      }
    } catch (IOException e) {
      destroy();
    } catch (InterruptedException e) {
      interrupted = true;
      destroy();
    }
    process.onExit().join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void destroy() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void write(Frame frame) {
    try {
      synchronized (out) {
        frame.write(out);
      }
    } catch (IOException e) {
      // It died, or closed its stdin, which is as good; what was in flight is handed on by finish.
      LOG.debug("{} worker {} takes no more requests", settings.name(), pid(), e);
      process.destroyForcibly();
    }
  }

  private void readAll() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
      for (Frame frame = next(in); frame != null; frame = next(in)) {
        take(frame);
      }
    } catch (IOException e) {
      if (e instanceof Frame.Malformed) {
        kill(e.getMessage() + ", and was ended");
      }
    } catch (RuntimeException e) {
      kill("sent an answer that makes no sense (" + e.getMessage() + "), and was ended");
    }
    finish();
  }

  private Frame next(DataInputStream in) throws IOException {
    return Frame.read(in, settings.maxMessageBytes());
  }

  private void take(Frame frame) throws Frame.Malformed {
    JsonNode header = frame.header();
    long id = header.path("id").asLong();
    switch (header.path("type").asText()) {
      case "hello" -> welcome(header);
      case "pong" -> {
        CompletableFuture<Long> ping = pings.remove(id);
        if (ping != null) {
          ping.complete(header.path("memoryBytes").asLong());
        }
      }
      case "answer" -> answer(id, frame);
      default -> throw new Frame.Malformed("sent a message of no known type");
    }
  }

  private void welcome(JsonNode header) throws Frame.Malformed {
    if (header.path("protocol").asInt() != 1) {
      throw new Frame.Malformed("speaks protocol " + header.path("protocol") + " instead of 1");
    }
    List<String> models = new ArrayList<>();
    header.path("models").forEach(m -> models.add(m.asText()));
    hello.complete(
        new WorkerHello(
            header.path("name").asText(),
            header.path("version").asText(),
            List.copyOf(models),
            header.path("startMillis").asLong(),
            header.path("memoryBytes").asLong()));
  }

  private void answer(long id, Frame frame) throws Frame.Malformed {
    WorkerJob job;
    synchronized (lock) {
      job = inFlight.remove(id);
      runningSince = System.nanoTime();
      answered = true;
      lock.notifyAll();
    }
    if (job == null) {
      throw new Frame.Malformed("answered a request that nobody made");
    }
    JsonNode fault = frame.header().get("fault");
    if (fault == null) {
      JsonNode value = frame.header().path("value");
      job.answer.complete(new WorkerAnswer(value, List.copyOf(frame.parts())));
    } else {
      job.fail(Fault.valueOf(fault.path("code").asText()), fault.path("message").asText());
    }
  }

  private void finish() {
    if (!finished.compareAndSet(false, true)) {
      return;
    }
    int exit = reap();
    WorkerEnd end;
    synchronized (lock) {
      ended = true;
      List<WorkerJob> left = new ArrayList<>(inFlight.values());
      inFlight.clear();
      WorkerJob running = left.isEmpty() ? null : left.remove(0);
      String reason = killedFor == null ? describe(exit) : killedFor;
      boolean ready =
          !hello.completeExceptionally(
              new ModelFault(Fault.MODEL_FAILED, "the " + settings.name() + " worker " + reason));
      end = new WorkerEnd(reason, ready, answered, hung, running, left);
      lock.notifyAll();
    }
    pings.values().forEach(p -> p.completeExceptionally(new IOException("the worker ended")));
    onEnd.accept(end);
  }

  private int reap() {
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException e) {
      LOG.debug("the service is shutting down");
    }
    boolean interrupted = false;
    try {
      // It closed its stdout: whatever still runs is of no use.
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        destroy();
      }
    } catch (InterruptedException e) {
      interrupted = true;
      destroy();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return process.onExit().join().exitValue();
  }

  private String describe(int exit) {
    String how =
        exit > 128 ? "was killed (signal " + (exit - 128) + ")" : "ended with exit code " + exit;
    String why = stderr.summary();
    return why.isEmpty() ? how : how + ", saying: " + why;
  }

  static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }
}
