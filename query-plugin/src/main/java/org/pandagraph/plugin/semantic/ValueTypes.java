/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.Locale;
import org.neo4j.values.AnyValue;
import org.neo4j.values.SequenceValue;
import org.neo4j.values.storable.BooleanValue;
import org.neo4j.values.storable.DateTimeValue;
import org.neo4j.values.storable.DateValue;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.FloatingPointValue;
import org.neo4j.values.storable.IntegralValue;
import org.neo4j.values.storable.LocalDateTimeValue;
import org.neo4j.values.storable.LocalTimeValue;
import org.neo4j.values.storable.PointValue;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.TimeValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.MapValue;
import org.neo4j.values.virtual.VirtualNodeValue;
import org.neo4j.values.virtual.VirtualRelationshipValue;
import org.pandagraph.aipm.wire.ValueDomain;

/** Types of Neo4j's values as models name them, and as messages do. */
public final class ValueTypes {
  static final ValueDomain STRING = ValueDomain.of("string");
  static final ValueDomain INTEGER = ValueDomain.of("integer");
  static final ValueDomain FLOAT = ValueDomain.of("float");
  static final ValueDomain BOOLEAN = ValueDomain.of("boolean");
  static final ValueDomain MAP = ValueDomain.of("map");
  static final ValueDomain LIST = ValueDomain.of("list");
  static final ValueDomain NULL = ValueDomain.of("null");
  static final ValueDomain NODE = ValueDomain.of("node");
  static final ValueDomain RELATIONSHIP = ValueDomain.of("relationship");
  private static final ValueDomain PATH = ValueDomain.of("path");
  private static final ValueDomain POINT = ValueDomain.of("point");
  private static final ValueDomain DATE = ValueDomain.of("date");
  private static final ValueDomain TIME = ValueDomain.of("time");
  private static final ValueDomain LOCAL_TIME = ValueDomain.of("localtime");
  private static final ValueDomain DATE_TIME = ValueDomain.of("datetime");
  private static final ValueDomain LOCAL_DATE_TIME = ValueDomain.of("localdatetime");
  private static final ValueDomain DURATION = ValueDomain.of("duration");

  private ValueTypes() {}

  /** The type of a value that is no blob. */
  public static ValueDomain of(AnyValue value) {
    if (value == Values.NO_VALUE) {
      return NULL;
    } else if (value instanceof TextValue) {
      return STRING;
    } else if (value instanceof IntegralValue) {
      return INTEGER;
    } else if (value instanceof FloatingPointValue) {
      return FLOAT;
    } else if (value instanceof BooleanValue) {
      return BOOLEAN;
    } else if (value instanceof MapValue) {
      return MAP;
    } else if (value instanceof VirtualNodeValue) {
      return NODE;
    } else if (value instanceof VirtualRelationshipValue) {
      return RELATIONSHIP;
    } else if (value instanceof SequenceValue) {
      return LIST;
    }
    return ofTemporalOrSpatial(value);
  }

  private static ValueDomain ofTemporalOrSpatial(AnyValue value) {
    if (value instanceof PointValue) {
      return POINT;
    } else if (value instanceof DateValue) {
      return DATE;
    } else if (value instanceof DateTimeValue) {
      return DATE_TIME;
    } else if (value instanceof LocalDateTimeValue) {
      return LOCAL_DATE_TIME;
    } else if (value instanceof TimeValue) {
      return TIME;
    } else if (value instanceof LocalTimeValue) {
      return LOCAL_TIME;
    } else if (value instanceof DurationValue) {
      return DURATION;
    }
    return PATH;
  }

  /** How messages name a type: {@code INTEGER}, or {@code image/png} for a blob. */
  public static String display(ValueDomain type) {
    return type.isBlob() ? type.name() : type.name().toUpperCase(Locale.ROOT);
  }
}
