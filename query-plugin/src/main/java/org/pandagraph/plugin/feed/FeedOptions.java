/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.time.Duration;

/** How a consumer is fed. Immutable; each method gives a changed copy. */
public final class FeedOptions {
  private static final FeedOptions STANDARD =
      new FeedOptions(
          2_000, 8 << 20, 10_000, 1_000, Duration.ofMillis(200), Duration.ofSeconds(1), 1.0);

  private final int batchEntities;
  private final long batchBytes;
  private final int mostUnseen;
  private final int mostParked;
  private final Duration visibleEvery;
  private final Duration commitEvery;
  private final double patience;

  private FeedOptions(
      int batchEntities,
      long batchBytes,
      int mostUnseen,
      int mostParked,
      Duration visibleEvery,
      Duration commitEvery,
      double patience) {
    this.batchEntities = batchEntities;
    this.batchBytes = batchBytes;
    this.mostUnseen = mostUnseen;
    this.mostParked = mostParked;
    this.visibleEvery = visibleEvery;
    this.commitEvery = commitEvery;
    this.patience = patience;
  }

  /** 2,000 entities or 8 MiB a batch, 10,000 unseen, 1,000 parked, visible after 200 ms. */
  public static FeedOptions standard() {
    return STANDARD;
  }

  /**
   * Bounds of a batch.
   *
   * @param entities most states handed over at once, at least 1
   * @param bytes about the most heap they take; one that is larger goes alone
   */
  public FeedOptions batches(int entities, long bytes) {
    return new FeedOptions(
        positive(entities),
        positive(bytes),
        mostUnseen,
        mostParked,
        visibleEvery,
        commitEvery,
        patience);
  }

  /** How many unseen entities are known one by one, at least 1. */
  public FeedOptions mostUnseen(int entities) {
    return new FeedOptions(
        batchEntities,
        batchBytes,
        positive(entities),
        mostParked,
        visibleEvery,
        commitEvery,
        patience);
  }

  /** How many entities are parked before the consumer is taken for broken, at least 1. */
  public FeedOptions mostParked(int entities) {
    return new FeedOptions(
        batchEntities,
        batchBytes,
        mostUnseen,
        positive(entities),
        visibleEvery,
        commitEvery,
        patience);
  }

  /**
   * How often the data is made visible and committed while there are changes.
   *
   * @param visible the least time between two {@link ChangeConsumer#makeVisible}
   * @param commit the least time between two {@link ChangeConsumer#commit}
   */
  public FeedOptions every(Duration visible, Duration commit) {
    return new FeedOptions(
        batchEntities, batchBytes, mostUnseen, mostParked, visible, commit, patience);
  }

  /**
   * How patient the feed is with a consumer that fails.
   *
   * @param factor of the waiting times after failures, more than 0; 1 is meant for servers
   */
  public FeedOptions patience(double factor) {
    return new FeedOptions(
        batchEntities, batchBytes, mostUnseen, mostParked, visibleEvery, commitEvery, factor);
  }

  private static <N extends Number> N positive(N number) {
    if (number.longValue() < 1) {
      throw new IllegalArgumentException("at least 1, not " + number);
    }
    return number;
  }

  public int batchEntities() {
    return batchEntities;
  }

  public long batchBytes() {
    return batchBytes;
  }

  public int mostUnseen() {
    return mostUnseen;
  }

  public int mostParked() {
    return mostParked;
  }

  public Duration visibleEvery() {
    return visibleEvery;
  }

  public Duration commitEvery() {
    return commitEvery;
  }

  double patience() {
    return patience;
  }
}
