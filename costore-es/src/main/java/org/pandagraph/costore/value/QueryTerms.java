/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.pandagraph.costore.predicate.Comparison.Operator;
import org.pandagraph.costore.predicate.NotPushable;

/** Which terms a predicate's value asks for; without the key. */
public final class QueryTerms {
  private QueryTerms() {}

  /**
   * The terms of all values that are equal to this one; none where nothing is (NaN).
   *
   * @throws NotPushable where it depends on more than the terms
   */
  public static List<String> equalTo(Object value) throws NotPushable {
    ValueType type = typeOf(value);
    if (value instanceof Long) {
      return NumberTerm.equalTo((Long) value);
    } else if (value instanceof Double) {
      return NumberTerm.equalTo((Double) value);
    }
    requireOffset(value);
    if (type == ValueType.LIST) {
      for (Object element : (List<?>) value) {
        if (element instanceof Double && ((Double) element).isNaN()) {
          return List.of();
        }
        requireElement(element);
      }
    }
    return List.of(ValueTerm.of(value).text());
  }

  /**
   * The terms of all values that are before or behind this one.
   *
   * @param operator one of the four that ask for an order
   * @throws NotPushable where Cypher's order is not that of the terms
   */
  public static List<TermRange> range(Operator operator, Object value) throws NotPushable {
    ValueType type = typeOf(value);
    if (type == ValueType.NUMBER) {
      return NumberRanges.of(operator, value);
    }
    if (!type.isOrdered()) {
      throw new NotPushable("the order of a " + type + " is not that of its terms");
    }
    requireOffset(value);
    if (type == ValueType.STRING && !TextShape.isOrderedAlike(value.toString())) {
      throw new NotPushable(
          "Neo4j has two orders of strings with characters from U+D800 on, and uses either");
    }
    ValueTerm term = ValueTerm.of(value);
    if (!term.isOrdered()) {
      throw new NotPushable("a string of more than " + ValueTerm.MOST_BYTES + " bytes");
    }
    return List.of(NumberRanges.range(operator, term.text()));
  }

  /**
   * The beginning of the terms of all strings that begin with this text.
   *
   * @throws NotPushable where it is too long, or no well-formed text
   */
  public static String prefix(String text) throws NotPushable {
    ValueTerm term = ValueTerm.of(text);
    if (!term.isOrdered()) {
      throw new NotPushable(
          "a text of more than " + ValueTerm.MOST_BYTES + " bytes, or with half a character");
    }
    return term.text();
  }

  private static void requireElement(Object element) throws NotPushable {
    if (element == null) {
      throw new NotPushable("a list with a null in it");
    }
    if (typeOf(element) == ValueType.LIST) {
      throw new NotPushable("a list in a list");
    }
    requireOffset(element);
  }

  /** Regions have old and new names, which only Neo4j's own table knows to be the same. */
  private static void requireOffset(Object value) throws NotPushable {
    if (value instanceof ZonedDateTime
        && !(((ZonedDateTime) value).getZone() instanceof ZoneOffset)) {
      throw new NotPushable("a date and time in a named region");
    }
  }

  private static ValueType typeOf(Object value) throws NotPushable {
    try {
      return ValueType.of(value);
    } catch (IllegalArgumentException unknown) {
      throw new NotPushable(unknown.getMessage());
    }
  }
}
