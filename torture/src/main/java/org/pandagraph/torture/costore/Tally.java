/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.ArrayList;
import java.util.List;

/** What several askers found so far. Thread-safe. */
final class Tally {
  private final List<String> differences = new ArrayList<>();
  private long asked;
  private long texts;
  private long pushed;

  /**
   * Counts a query.
   *
   * @param newText whether its text was made for it
   * @param byTheStore whether the co-store answered a part of it
   * @param difference null where there is none
   * @return which one it was
   */
  synchronized long asked(boolean newText, boolean byTheStore, String difference) {
    if (newText) {
      texts++;
    }
    if (byTheStore) {
      pushed++;
    }
    if (difference != null) {
      differences.add(difference);
    }
    return ++asked;
  }

  synchronized int differences() {
    return differences.size();
  }

  /**
   * All of it.
   *
   * @param committed transactions of the writer
   */
  synchronized FuzzFindings findings(long committed) {
    return new FuzzFindings(asked, texts, pushed, committed, List.copyOf(differences));
  }
}
