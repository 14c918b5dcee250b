/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.procedure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.BooleanValue;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.IntegralValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.MapValue;
import org.pandagraph.aipm.similarity.NearestName;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/** The options a procedure was given; keys it does not know are refused. Immutable. */
public final class Options {
  private final String procedure;
  private final MapValue map;

  /**
   * @param known the keys the procedure knows
   * @throws CypherPlusError where it is no map, or has other keys
   */
  public Options(String procedure, AnyValue value, List<String> known) {
    this.procedure = procedure;
    if (!(value instanceof MapValue)) {
      throw new CypherPlusError(
          PluginErrorCode.WRONG_TYPE,
          procedure + " takes a map of options, such as {" + known.get(0) + ": ...}",
          CypherPlusError.NO_OFFSET);
    }
    this.map = (MapValue) value;
    for (String key : map.keySet()) {
      if (!known.contains(key)) {
        throw new CypherPlusError(
            PluginErrorCode.INVALID_ARGUMENT,
            procedure
                + " has no option `"
                + key
                + "`"
                + NearestName.hint(key, known)
                + "; it takes "
                + String.join(", ", known),
            CypherPlusError.NO_OFFSET);
      }
    }
  }

  /** A length of time of at least 0; null where it is not given. */
  public Duration duration(String key) {
    AnyValue value = map.get(key);
    if (value == Values.NO_VALUE) {
      return null;
    }
    if (!(value instanceof DurationValue)) {
      throw wrong(key, "a duration, such as duration('PT1H')", value);
    }
    DurationValue duration = (DurationValue) value;
    if (duration.get(ChronoUnit.MONTHS) != 0) {
      throw wrong(key, "a duration of days, hours or less: months differ in length", value);
    }
    Duration length;
    try {
      length =
          Duration.ofDays(duration.get(ChronoUnit.DAYS))
              .plusSeconds(duration.get(ChronoUnit.SECONDS))
              .plusNanos(duration.get(ChronoUnit.NANOS));
    } catch (ArithmeticException e) {
      throw wrong(key, "a duration of at most 3650 days", value);
    }
    if (length.isNegative() || length.compareTo(Duration.ofDays(3650)) > 0) {
      throw wrong(key, "a duration from 0 to 3650 days", value);
    }
    return length;
  }

  /** What is given; {@code otherwise} where it is not. */
  public boolean truth(String key, boolean otherwise) {
    AnyValue value = map.get(key);
    if (value == Values.NO_VALUE) {
      return otherwise;
    }
    if (!(value instanceof BooleanValue)) {
      throw wrong(key, "true or false", value);
    }
    return ((BooleanValue) value).booleanValue();
  }

  /**
   * An integer from 0 to a most; {@code otherwise} where it is not given.
   *
   * @throws CypherPlusError where it is none of those
   */
  public int number(String key, int otherwise, int most) {
    AnyValue value = map.get(key);
    if (value == Values.NO_VALUE) {
      return otherwise;
    }
    if (!(value instanceof IntegralValue)
        || ((IntegralValue) value).longValue() < 0
        || ((IntegralValue) value).longValue() > most) {
      throw wrong(key, "an integer from 0 to " + most, value);
    }
    return (int) ((IntegralValue) value).longValue();
  }

  private CypherPlusError wrong(String key, String allowed, AnyValue value) {
    return new CypherPlusError(
        PluginErrorCode.INVALID_ARGUMENT,
        procedure + " takes as `" + key + "` " + allowed + "; not " + value,
        CypherPlusError.NO_OFFSET);
  }
}
