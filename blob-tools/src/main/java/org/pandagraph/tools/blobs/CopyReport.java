/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a copy did. Thread-safe. */
final class CopyReport {
  private static final int SHOWN = 20;

  private long copied;
  private long copiedBytes;
  private long present;
  private long vanished;
  private long damaged;
  private final List<String> damages = new ArrayList<>();

  synchronized void copied(long bytes) {
    copied++;
    copiedBytes += bytes;
  }

  /** It was there already. */
  synchronized void present() {
    present++;
  }

  /** It was collected between being listed and being read: nothing refers to it. */
  synchronized void vanished() {
    vanished++;
  }

  synchronized void damaged(String how) {
    if (damaged++ < SHOWN) {
      damages.add(how);
    }
  }

  synchronized boolean isClean() {
    return damaged == 0;
  }

  synchronized long contentsCopied() {
    return copied;
  }

  synchronized long contentsPresent() {
    return present;
  }

  /** The first of the damaged ones, one line each. */
  synchronized List<String> damages() {
    return List.copyOf(damages);
  }

  @Override
  public synchronized String toString() {
    return String.format(
        Locale.ROOT,
        "copied %d contents (%.1f MiB), %d were there already, %d were removed meanwhile, %d damaged",
        copied,
        copiedBytes / 1048576.0,
        present,
        vanished,
        damaged);
  }
}
