/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is alive on the heap of another JVM, asked of it with the JDK's {@code jcmd}. */
final class LiveHeap {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  private final long pid;

  LiveHeap(long pid) {
    this.pid = pid;
  }

  /** Bytes of all objects that can be reached; the JVM collects its garbage for this. */
  long bytes() throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                Long.toString(pid),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher total = TOTAL.matcher(said);
    if (jcmd.waitFor() != 0 || !total.find()) {
      throw new IOException("jcmd said: " + said.lines().limit(5).toList());
    }
    return Long.parseLong(total.group(1));
  }

  /** Some work to be watched. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /**
   * The most that was alive while some work was done.
   *
   * @return bytes, from at least one look
   */
  long mostDuring(Work work) throws IOException, InterruptedException {
    AtomicLong most = new AtomicLong();
    Thread watcher =
        new Thread(
            () -> {
              try {
                while (!Thread.currentThread().isInterrupted()) {
                  most.accumulateAndGet(bytes(), Math::max);
                }
              } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            },
            "heap-watcher");
    watcher.start();
    try {
      work.run();
    } finally {
      watcher.interrupt();
      watcher.join();
    }
    if (most.get() == 0) {
      throw new IOException("the work was over before the first look at the heap");
    }
    return most.get();
  }
}
