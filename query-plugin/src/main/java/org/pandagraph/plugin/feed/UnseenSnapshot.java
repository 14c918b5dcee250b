/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Arrays;
import java.util.function.LongSupplier;

/** The unseen changes at one moment. Immutable. */
final class UnseenSnapshot implements UnseenChanges.Snapshot {
  private final boolean usable;
  private final String reason;
  private final long[] nodes;
  private final long[] relationships;
  private final long oldest;
  private final LongSupplier clock;
  private final UnseenSnapshot lasting;
  private final long committed;
  private final long visible;

  /** Of parked entities alone. */
  private UnseenSnapshot(long[] nodes, long[] relationships) {
    this.usable = true;
    this.reason = "";
    this.nodes = nodes;
    this.relationships = relationships;
    this.oldest = Long.MAX_VALUE;
    this.clock = () -> 0;
    this.lasting = this;
    this.committed = Long.MAX_VALUE;
    this.visible = 0;
  }

  /**
   * @param usable whether the data are the graph's
   * @param reason why it is not known; empty where it is
   * @param nodes ascending
   * @param relationships ascending
   * @param oldest when the first of the waiting commits began, ms since 1970; {@code MAX_VALUE} for
   *     none
   * @param parkedNodes those of the nodes that are parked, ascending
   * @param parkedRelationships those of the relationships, ascending
   * @param committed as {@link #committedTransaction}
   * @param visible as {@link #visibleTransaction}
   */
  UnseenSnapshot(
      boolean usable,
      String reason,
      long[] nodes,
      long[] relationships,
      long oldest,
      LongSupplier clock,
      long[] parkedNodes,
      long[] parkedRelationships,
      long committed,
      long visible) {
    this.usable = usable;
    this.reason = reason;
    this.nodes = nodes;
    this.relationships = relationships;
    this.oldest = oldest;
    this.clock = clock;
    this.lasting = new UnseenSnapshot(parkedNodes, parkedRelationships);
    this.committed = committed;
    this.visible = visible;
  }

  @Override
  public boolean usable() {
    return usable;
  }

  @Override
  public UnseenChanges.Snapshot lasting() {
    return lasting;
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
  public long committedTransaction() {
    return committed;
  }

  @Override
  public long visibleTransaction() {
    return visible;
  }

  @Override
  public long lagMillis() {
    return oldest == Long.MAX_VALUE ? 0 : Math.max(1, clock.getAsLong() - oldest);
  }
}
