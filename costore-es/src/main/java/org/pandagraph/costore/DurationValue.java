/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.Objects;

/** A duration as Cypher has it: four parts that do not convert into each other. Immutable. */
public final class DurationValue {
  private final long months;
  private final long days;
  private final long seconds;
  private final int nanoseconds;

  /**
   * @param nanoseconds 0 to 999,999,999, as Neo4j normalises them: the seconds have the sign
   */
  public DurationValue(long months, long days, long seconds, int nanoseconds) {
    if (nanoseconds < 0 || nanoseconds > 999_999_999) {
      throw new IllegalArgumentException("nanoseconds are from 0 to 999999999, not " + nanoseconds);
    }
    this.months = months;
    this.days = days;
    this.seconds = seconds;
    this.nanoseconds = nanoseconds;
  }

  public long months() {
    return months;
  }

  public long days() {
    return days;
  }

  public long seconds() {
    return seconds;
  }

  public int nanoseconds() {
    return nanoseconds;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof DurationValue)) {
      return false;
    }
    DurationValue that = (DurationValue) other;
    return months == that.months
        && days == that.days
        && seconds == that.seconds
        && nanoseconds == that.nanoseconds;
  }

  @Override
  public int hashCode() {
    return Objects.hash(months, days, seconds, nanoseconds);
  }

  /** What Cypher's {@code duration()} reads. */
  @Override
  public String toString() {
    return "{months: "
        + months
        + ", days: "
        + days
        + ", seconds: "
        + seconds
        + ", nanoseconds: "
        + nanoseconds
        + "}";
  }
}
