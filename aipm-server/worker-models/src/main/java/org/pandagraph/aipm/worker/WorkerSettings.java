/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a worker is run. Immutable.
 *
 * @param name for logs and messages, such as {@code face}
 * @param command the program and its arguments
 * @param directory the working directory
 * @param processes how many run side by side, at least 1
 * @param inFlight requests sent to a process before it answered, at least 1; the rest waits here
 * @param helloTimeout from the start of the process until its models are loaded
 * @param requestTimeout for one request, from the moment the worker can begin with it
 * @param maxMessageBytes of the parts of one message, in either direction
 * @param firstBackOff before a second start in a row; doubles with each further one
 * @param maxBackOff the longest wait between two starts
 * @param problem asked before each start: one sentence about what is missing on this machine and
 *     how to get it, or null where all is there
 */
public record WorkerSettings(
    String name,
    List<String> command,
    Path directory,
    int processes,
    int inFlight,
    Duration helloTimeout,
    Duration requestTimeout,
    long maxMessageBytes,
    Duration firstBackOff,
    Duration maxBackOff,
    Supplier<String> problem) {

  /** A single process with two requests in flight, a minute to start and a minute a request. */
  public static WorkerSettings of(String name, List<String> command, Path directory) {
    return new WorkerSettings(
        name,
        List.copyOf(command),
        directory,
        1,
        2,
        Duration.ofMinutes(1),
        Duration.ofMinutes(1),
        256L << 20,
        Duration.ofMillis(250),
        Duration.ofSeconds(30),
        () -> null);
  }

  /** The same with so many processes. */
  public WorkerSettings withProcesses(int count) {
    return new WorkerSettings(
        name,
        command,
        directory,
        Math.max(1, count),
        // Work sent ahead to one process would be missing to the others.
        count > 1 ? 1 : inFlight,
        helloTimeout,
        requestTimeout,
        maxMessageBytes,
        firstBackOff,
        maxBackOff,
        problem);
  }

  /** The same with other time limits. */
  public WorkerSettings withTimeouts(Duration hello, Duration request) {
    return new WorkerSettings(
        name,
        command,
        directory,
        processes,
        inFlight,
        hello,
        request,
        maxMessageBytes,
        firstBackOff,
        maxBackOff,
        problem);
  }

  /** The same with another limit on messages, in bytes. */
  public WorkerSettings withMaxMessageBytes(long bytes) {
    return new WorkerSettings(
        name,
        command,
        directory,
        processes,
        inFlight,
        helloTimeout,
        requestTimeout,
        bytes,
        firstBackOff,
        maxBackOff,
        problem);
  }

  /** The same with a check of what must be there before it can start. */
  public WorkerSettings withProblem(Supplier<String> check) {
    return new WorkerSettings(
        name,
        command,
        directory,
        processes,
        inFlight,
        helloTimeout,
        requestTimeout,
        maxMessageBytes,
        firstBackOff,
        maxBackOff,
        check);
  }
}
