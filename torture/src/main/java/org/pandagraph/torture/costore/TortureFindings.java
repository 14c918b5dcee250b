/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.ArrayList;
import java.util.List;

/** What a run found. Not thread-safe. */
final class TortureFindings {
  private static final int SHOWN = 20;

  private final List<String> differences = new ArrayList<>();
  private int rounds;
  private long acknowledged;
  private long missing;

  void round(long acknowledgedChanges, long missingChanges, List<String> parityDifferences) {
    rounds++;
    acknowledged += acknowledgedChanges;
    missing += missingChanges;
    differences.addAll(parityDifferences);
  }

  boolean isClean() {
    return acknowledged > 0 && missing == 0 && differences.isEmpty();
  }

  /** The first of what went wrong, one line each. */
  List<String> details() {
    return differences.subList(0, Math.min(SHOWN, differences.size()));
  }

  /** One line for people and machines. */
  @Override
  public String toString() {
    return String.format(
        "torture costore: %d rounds, %d acknowledged changes, missing %d, parity differences %d",
        rounds, acknowledged, missing, differences.size());
  }
}
