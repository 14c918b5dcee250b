/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.pandagraph.costore.BlobReference;
import org.pandagraph.costore.DurationValue;
import org.pandagraph.costore.PointValue;

/** Cypher's property types: values of different types are never equal and never ordered. */
public enum ValueType {
  /** Integers and doubles, which compare with each other. */
  NUMBER('N', true),
  STRING('S', true),
  BOOLEAN('B', true),
  DATE('Y', true),
  LOCAL_TIME('T', true),
  TIME('O', true),
  LOCAL_DATE_TIME('M', true),
  DATE_TIME('Z', true),
  /** Only equal or not: {@code <=} is true of equal ones, else they are not ordered. */
  DURATION('U', false),
  /** Ordered in part: where all coordinates are. */
  POINT('P', false),
  /** Ordered by their elements, as far as these are. */
  LIST('L', false);

  private final char tag;
  private final boolean ordered;

  ValueType(char tag, boolean ordered) {
    this.tag = tag;
    this.ordered = ordered;
  }

  /** What the terms of these values begin with. */
  public char tag() {
    return tag;
  }

  /** Whether any two values of this type are in an order, and their terms in the same one. */
  public boolean isOrdered() {
    return ordered;
  }

  /**
   * The type of a property value.
   *
   * @throws IllegalArgumentException where its class is none that {@link
   *     org.pandagraph.costore.EntityState} lists
   */
  public static ValueType of(Object value) {
    if (value instanceof String || value instanceof BlobReference) {
      return STRING;
    } else if (value instanceof Long || value instanceof Double) {
      return NUMBER;
    } else if (value instanceof Boolean) {
      return BOOLEAN;
    } else if (value instanceof List) {
      return LIST;
    } else if (value instanceof PointValue) {
      return POINT;
    } else if (value instanceof DurationValue) {
      return DURATION;
    }
    return temporal(value);
  }

  private static ValueType temporal(Object value) {
    if (value instanceof LocalDate) {
      return DATE;
    } else if (value instanceof LocalDateTime) {
      return LOCAL_DATE_TIME;
    } else if (value instanceof ZonedDateTime) {
      return DATE_TIME;
    } else if (value instanceof LocalTime) {
      return LOCAL_TIME;
    } else if (value instanceof OffsetTime) {
      return TIME;
    }
    throw new IllegalArgumentException(
        "no property value: " + (value == null ? "null" : value.getClass().getName()));
  }
}
