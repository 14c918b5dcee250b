/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.pandagraph.blob.BlobDigest;

/**
 * Leaves one generation of a content where a store has written another one. Nobody can know in
 * which order two of them were written: the clocks of region servers differ, and so do the times at
 * which writers come to look. So whoever looks moves its own on to a later time than all it saw,
 * then removes those, each only where it is unchanged since.
 *
 * <p>Any number of settlers may be at it at the same time, in any processes. Whoever removes was
 * renewed after the removed one was last changed, so the one that was renewed last is removed by
 * nobody; and whoever was written last sees all others, so nobody else is left. What is left is
 * later than all that was there before it, whatever was listed then. Thread-safe.
 */
final class Settler {
  /** Settlers that go on overtaking each other give up after so many turns. */
  private static final int MOST_TURNS = 15;

  /** So long one that was overtaken waits at most, for each of the first turns twice as long. */
  private static final int PAUSE_MILLIS = 10;

  private static final int LONGER_PAUSES = 5;

  private final ContentTable contents;

  Settler(ContentTable contents) {
    this.contents = contents;
  }

  /**
   * Settles one generation; mostly there is no other, and nothing to be done.
   *
   * @param id of a generation whose manifest is durable
   * @param looked the generations of its content, read after that
   * @return false where others were at it all the time
   */
  boolean settle(BlobDigest digest, byte[] id, List<Generation> looked) {
    List<Generation> all = looked;
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      if (turn > 0) {
        pause(turn);
        all = contents.generations(digest);
      }
      Generation own = null;
      List<Generation> others = new ArrayList<>();
      for (Generation generation : all) {
        if (generation.hasId(id)) {
          own = generation;
        } else {
          others.add(generation);
        }
      }
      if (own == null || others.isEmpty()) {
        // Where it is gone, whoever removed it came after it.
        return true;
      }
      if (contents.renew(digest, own, Generation.latest(all) + 1) && removeAll(digest, others)) {
        return true;
      }
    }
    return false;
  }

  private static void pause(int turn) {
    int most = PAUSE_MILLIS << Math.min(turn, LONGER_PAUSES);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(most));
    } catch (InterruptedException e) {
      // The next request says so.
      Thread.currentThread().interrupt();
    }
  }

  private boolean removeAll(BlobDigest digest, List<Generation> generations) {
    boolean removed = true;
    for (Generation generation : generations) {
      removed &= contents.remove(digest, generation);
    }
    return removed;
  }
}
