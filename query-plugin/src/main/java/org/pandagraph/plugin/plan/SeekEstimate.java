/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

/** What a planner expected of a {@link CoStoreSeek}. Immutable. */
public final class SeekEstimate {
  private final double leafRows;
  private final double hits;
  private final double share;

  /**
   * @param leafRows rows of the leaf without the filter
   * @param hits rows that pass
   * @param share which part of the rows is wanted: less than 1 where a LIMIT ends them early
   */
  public SeekEstimate(double leafRows, double hits, double share) {
    this.leafRows = leafRows;
    this.hits = hits;
    this.share = share;
  }

  /** Rows of the leaf without the filter. */
  public double leafRows() {
    return leafRows;
  }

  /** Rows that pass. */
  public double hits() {
    return hits;
  }

  /** Which part of the rows is wanted, 0 to 1. */
  public double share() {
    return share;
  }

  /** What it costs where the rows are only counted. */
  SeekEstimate counted() {
    return new SeekEstimate(leafRows, 0, share);
  }

  @Override
  public String toString() {
    return hits + " of " + leafRows + " rows, " + share + " of them wanted";
  }
}
