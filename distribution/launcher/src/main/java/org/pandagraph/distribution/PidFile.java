/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A file that names a process: its id and when it started. Process ids are used again, so a process
 * with that id which started at another time is not ours, and is never stopped.
 *
 * @param file where the process is noted
 */
public record PidFile(Path file) {
  /** Start times are counted from when the machine started, which clock corrections move a bit. */
  private static final long SAME_START_MILLIS = 3_000;

  /** Notes a process. */
  public void write(ProcessHandle process) throws IOException {
    Files.writeString(file, process.pid() + " " + started(process) + "\n");
  }

  /** The process, if it is still the one that was noted and runs. */
  public Optional<ProcessHandle> process() throws IOException {
    String[] noted;
    try {
      noted = Files.readString(file).trim().split(" ", -1);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (noted.length != 2) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(noted[0]))
        .filter(ProcessHandle::isAlive)
        .filter(
            process -> Math.abs(started(process) - Long.parseLong(noted[1])) < SAME_START_MILLIS);
  }

  /**
   * Asks the process to end, ends it by force when it has not within the time, and ends what it
   * leaves behind. Removes the file.
   *
   * @return whether there was a process to stop
   */
  public boolean stop(Duration patience) throws IOException {
    Optional<ProcessHandle> running = process();
    if (running.isPresent()) {
      ProcessHandle process = running.get();
      List<ProcessHandle> children = process.descendants().toList();
      process.destroy();
      if (!endsWithin(process, patience)) {
        process.destroyForcibly();
        endsWithin(process, patience);
      }
      children.forEach(ProcessHandle::destroyForcibly);
    }
    Files.deleteIfExists(file);
    return running.isPresent();
  }

  private static boolean endsWithin(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
