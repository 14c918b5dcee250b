/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

/**
 * When asking a co-store takes less time than Neo4j does by itself. Immutable.
 *
 * <p>Measured on two cores with Elasticsearch 8.19 on the same machine and a graph of a million
 * nodes ({@code benchmarks/costore.md}), rounded: a request takes about 2.5 milliseconds and 1.3
 * microseconds for each id in its answer; Neo4j's own label scan with a filter about 0.4
 * microseconds for each node, an index seek with a filter 0.6 microseconds for each entry; looking
 * at one node on its own about 1.
 */
public final class SeekCost {
  private static final double REQUEST_NANOS = 2_500_000;
  private static final double HIT_NANOS = 1_300;
  private static final double SCANNED_NANOS = 400;
  private static final double SOUGHT_NANOS = 600;
  private static final double CHECKED_NANOS = 1_000;

  /** Neo4j takes a filter on one property over a label scan for three of its units a row. */
  private static final double ROW_NANOS = SCANNED_NANOS / 3;

  /** How many times faster it has to be, so that an estimate that is off makes nothing slower. */
  private static final double CLEARLY = 1.25;

  /** Weighs by the figures above. */
  public static final SeekCost MEASURED = new SeekCost(CLEARLY, REQUEST_NANOS, HIT_NANOS);

  /** Always asks the co-store, as if that cost nothing: for tests, whose graphs are small. */
  public static final SeekCost NOTHING = new SeekCost(0, 0, 0);

  private final double margin;
  private final double requestNanos;
  private final double hitNanos;

  private SeekCost(double margin, double requestNanos, double hitNanos) {
    this.margin = margin;
    this.requestNanos = requestNanos;
    this.hitNanos = hitNanos;
  }

  /**
   * Whether to ask the co-store.
   *
   * @param estimate what is expected of it
   * @param index whether Neo4j would seek in an index of its own rather than scan
   * @param toCheck entities to look at in the graph in any case: changes the store does not show
   */
  public boolean pays(SeekEstimate estimate, boolean index, long toCheck) {
    return (asked(estimate) + toCheck * CHECKED_NANOS) * margin <= own(estimate, index);
  }

  /** What asking the co-store costs, in the unit of Neo4j's planner: about a row of a scan. */
  double inRows(SeekEstimate estimate) {
    return asked(estimate) / ROW_NANOS;
  }

  private double asked(SeekEstimate estimate) {
    return requestNanos + estimate.share() * estimate.hits() * hitNanos;
  }

  private static double own(SeekEstimate estimate, boolean index) {
    return estimate.share() * estimate.leafRows() * (index ? SOUGHT_NANOS : SCANNED_NANOS);
  }
}
