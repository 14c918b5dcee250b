/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

import java.util.List;
import org.pandagraph.costore.DurationValue;
import org.pandagraph.costore.PointValue;

/** What is kept of a property's value; without the key. Immutable. */
public final class ValueTerm {
  /** Bytes of UTF-8 that a string may have for a term of its own; Lucene takes 32,766. */
  public static final int MOST_BYTES = 4096;

  private static final char HASH = '#';

  private final ValueType type;
  private final String text;
  private final boolean ordered;

  private ValueTerm(ValueType type, String text, boolean ordered) {
    this.type = type;
    this.text = text;
    this.ordered = ordered;
  }

  /**
   * The term of a value.
   *
   * @throws IllegalArgumentException where it is no value a property can have
   */
  public static ValueTerm of(Object value) {
    ValueType type = ValueType.of(value);
    if (value instanceof Double && ((Double) value).isNaN()) {
      return new ValueTerm(type, null, true);
    }
    String term = unbounded(type, value);
    if ((type == ValueType.STRING || type == ValueType.LIST)
        && !TextShape.fits(term, MOST_BYTES + 1)) {
      return new ValueTerm(type, hash(term), type != ValueType.STRING);
    }
    return new ValueTerm(type, term, true);
  }

  static String hash(String term) {
    return String.valueOf(HASH) + term.charAt(0) + Sha256.of(term);
  }

  /** The term, of whatever length. */
  static String unbounded(ValueType type, Object value) {
    switch (type) {
      case NUMBER:
        return value instanceof Long ? NumberTerm.of((Long) value) : NumberTerm.of((Double) value);
      case STRING:
        return type.tag() + value.toString();
      case BOOLEAN:
        return (Boolean) value ? "B1" : "B0";
      case DURATION:
        return StructuredTerm.of((DurationValue) value);
      case POINT:
        return StructuredTerm.of((PointValue) value);
      case LIST:
        return StructuredTerm.of((List<?>) value);
      default:
        return TemporalTerm.of(type, value);
    }
  }

  public ValueType type() {
    return type;
  }

  /** The term; null of NaN. */
  public String text() {
    return text;
  }

  /**
   * Whether the term tells all; else it tells only which values are equal: predicates on an order
   * or on a part of the string are for the caller to verify.
   */
  public boolean isOrdered() {
    return ordered;
  }

  /** What begins all terms of a property, of whatever type. */
  public static String prefix(String key) {
    return NameTerm.of(key) + NameTerm.END;
  }
}
