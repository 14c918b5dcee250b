/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Objects;

/**
 * A place in the transaction log of one store: behind a transaction. Immutable.
 *
 * <p>The checksum tells a log from another one of the same store that went on differently, such as
 * after a dump was restored and written to.
 */
public final class FeedPosition {
  private final String storeId;
  private final long transactionId;
  private final int checksum;

  /**
   * @param storeId which store, as {@link #storeId()} gave it
   * @param transactionId at least 0
   * @param checksum that the log has of this transaction; 0 where it is not known
   */
  public FeedPosition(String storeId, long transactionId, int checksum) {
    this.storeId = Objects.requireNonNull(storeId);
    this.transactionId = transactionId;
    this.checksum = checksum;
  }

  /** Of letters, digits and hyphens; stays with a store over restarts, dumps and loads. */
  public String storeId() {
    return storeId;
  }

  public long transactionId() {
    return transactionId;
  }

  /** 0 where it is not known. */
  public int checksum() {
    return checksum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeedPosition
        && storeId.equals(((FeedPosition) other).storeId)
        && transactionId == ((FeedPosition) other).transactionId
        && checksum == ((FeedPosition) other).checksum;
  }

  @Override
  public int hashCode() {
    return Objects.hash(storeId, transactionId, checksum);
  }

  @Override
  public String toString() {
    return "transaction " + transactionId + " of store " + storeId;
  }
}
