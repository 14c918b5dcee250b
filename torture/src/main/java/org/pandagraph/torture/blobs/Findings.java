/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run found. Not thread-safe. */
final class Findings {
  private static final int SHOWN = 20;

  private int rounds;
  private long acknowledged;
  private final List<String> lost = new ArrayList<>();
  private final List<String> dangling = new ArrayList<>();
  private long orphans;

  void round(long acknowledgedWrites) {
    rounds++;
    acknowledged += acknowledgedWrites;
  }

  void lost(Map<String, String> slots) {
    slots.forEach((slot, how) -> lost.add("lost: slot " + slot + ": " + how));
  }

  void dangling(List<String> damage) {
    damage.forEach(row -> dangling.add("dangling: " + row));
  }

  void orphans(long left) {
    orphans = left;
  }

  boolean isClean() {
    return lost.isEmpty() && dangling.isEmpty() && orphans == 0;
  }

  /** The first of what went wrong, one line each. */
  List<String> details() {
    List<String> all = new ArrayList<>(lost);
    all.addAll(dangling);
    return all.subList(0, Math.min(SHOWN, all.size()));
  }

  /** One line for people and machines. */
  @Override
  public String toString() {
    return String.format(
        "torture blobs: %d rounds, %d acknowledged writes, lost %d, dangling %d, orphans after"
            + " collection %d",
        rounds, acknowledged, lost.size(), dangling.size(), orphans);
  }
}
