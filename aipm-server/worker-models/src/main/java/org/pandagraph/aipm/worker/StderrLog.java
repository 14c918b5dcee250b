/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a worker prints for people into the log, bounded in line length and in lines a minute,
 * and remembers the last lines for messages. Thread-safe.
 */
final class StderrLog implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger("org.pandagraph.aipm.worker.stderr");
  private static final int MAX_LINE = 1000;
  private static final int MAX_LINES_A_MINUTE = 200;
  private static final int REMEMBERED = 12;
  private static final int MAX_SUMMARY = 400;

  private final String name;
  private final InputStream stream;
  private final Deque<String> last = new ArrayDeque<>();
  private long minute;
  private int lines;

  StderrLog(String name, InputStream stream) {
    this.name = name;
    this.stream = stream;
  }

  @Override
  public void run() {
    try (Reader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '\n') {
          take(line.toString());
          line.setLength(0);
        } else if (line.length() < MAX_LINE && c != '\r') {
          line.append((char) c);
        }
      }
      take(line.toString());
    } catch (IOException e) {
      // The process is gone, and so is what it had to say.
    }
  }

  /** The error among the last lines, or the last lines themselves; empty where there are none. */
  synchronized String summary() {
    String error =
        last.stream()
            .filter(l -> l.matches("(?i).*\\berror\\b.*") && !l.startsWith(" "))
            .reduce((a, b) -> b)
            .orElse(String.join(" ", last));
    return error.length() <= MAX_SUMMARY ? error : error.substring(0, MAX_SUMMARY) + "...";
  }

  private synchronized void take(String line) {
    if (line.isBlank()) {
      return;
    }
    last.addLast(line);
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
    long now = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime());
    if (now != minute) {
      minute = now;
      lines = 0;
    }
    lines++;
    if (lines <= MAX_LINES_A_MINUTE) {
      LOG.info("{}: {}", name, line);
    } else if (lines == MAX_LINES_A_MINUTE + 1) {
      LOG.info("{} prints too much: the rest of this minute is left out", name);
    }
  }
}
