/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobException;

/** What one collection could not discard: it waits for the next one. Thread-safe. */
final class FailedDiscards {
  /** After so many a store is taken for broken. */
  private static final int ENOUGH = 20;

  private final Map<BlobDigest, Instant> left = new ConcurrentHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicReference<BlobException> first = new AtomicReference<>();

  /** Whether so many have failed that no more are tried. */
  boolean areEnough() {
    return failures.get() >= ENOUGH;
  }

  void failed(BlobDigest digest, Instant since, BlobException why) {
    left.put(digest, since);
    failures.incrementAndGet();
    first.compareAndSet(null, why);
  }

  void notTried(BlobDigest digest, Instant since) {
    left.put(digest, since);
  }

  void putInto(Orphans orphans) {
    left.forEach(orphans::put);
  }

  /**
   * Tells of them, with the code of the first; empty where there are none.
   *
   * @param discarded how many contents could be
   */
  Optional<BlobException> failure(long discarded) {
    BlobException why = first.get();
    if (why == null) {
      return Optional.empty();
    }
    return Optional.of(
        new BlobException(
            why.code(),
            failures
                + (failures.get() == 1 ? " content" : " contents")
                + " without a reference could not be discarded, "
                + discarded
                + " were"
                + (areEnough() ? ", others were not tried any more" : "")
                + "; the first: "
                + why.getMessage(),
            why));
  }
}
