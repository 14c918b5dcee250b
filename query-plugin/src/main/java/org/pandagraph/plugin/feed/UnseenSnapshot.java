/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Arrays;
import java.util.function.LongSupplier;

/** The unseen changes at one moment. Immutable. */
final class UnseenSnapshot implements UnseenChanges.Snapshot {
  private final String reason;
  private final long[] nodes;
  private final long[] relationships;
  private final long oldest;
  private final LongSupplier clock;

  /**
   * @param reason why it is not known; empty where it is
   * @param nodes ascending
   * @param relationships ascending
   * @param oldest when the first of the waiting commits began, ms since 1970; {@code MAX_VALUE} for
   *     none
   */
  UnseenSnapshot(
      String reason, long[] nodes, long[] relationships, long oldest, LongSupplier clock) {
    this.reason = reason;
    this.nodes = nodes;
    this.relationships = relationships;
    this.oldest = oldest;
    this.clock = clock;
  }

  @Override
  public boolean known() {
    return reason.isEmpty();
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public boolean containsNode(long id) {
    return Arrays.binarySearch(nodes, id) >= 0;
  }

  @Override
  public boolean containsRelationship(long id) {
    return Arrays.binarySearch(relationships, id) >= 0;
  }

  @Override
  public long[] nodes() {
    return nodes;
  }

  @Override
  public long[] relationships() {
    return relationships;
  }

  @Override
  public long lagMillis() {
    return oldest == Long.MAX_VALUE ? 0 : Math.max(1, clock.getAsLong() - oldest);
  }
}
