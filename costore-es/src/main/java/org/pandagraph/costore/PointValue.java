/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.Arrays;

/** A point as Cypher has it: a coordinate reference system and coordinates. Immutable. */
public final class PointValue {
  private final int srid;
  private final double[] coordinates;

  /**
   * @param srid 7203, 9157, 4326 or 4979 in Neo4j 4.4; others are carried as they are
   * @param coordinates two or three of them; copied
   */
  public PointValue(int srid, double... coordinates) {
    if (coordinates.length < 2 || coordinates.length > 3) {
      throw new IllegalArgumentException(
          "a point has two or three coordinates, not " + coordinates.length);
    }
    this.srid = srid;
    this.coordinates = coordinates.clone();
  }

  /** Number of the coordinate reference system. */
  public int srid() {
    return srid;
  }

  /** Two or three coordinates; a copy. */
  public double[] coordinates() {
    return coordinates.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PointValue
        && srid == ((PointValue) other).srid
        && Arrays.equals(coordinates, ((PointValue) other).coordinates);
  }

  @Override
  public int hashCode() {
    return 31 * srid + Arrays.hashCode(coordinates);
  }

  /** What Cypher's {@code point()} reads. */
  @Override
  public String toString() {
    return "{srid: "
        + srid
        + ", x: "
        + coordinates[0]
        + ", y: "
        + coordinates[1]
        + (coordinates.length == 3 ? ", z: " + coordinates[2] : "")
        + "}";
  }
}
