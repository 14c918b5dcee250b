/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

import java.util.List;
import org.pandagraph.costore.DurationValue;
import org.pandagraph.costore.PointValue;

/** Terms of durations, points and lists, which are only looked up, never in ranges. */
final class StructuredTerm {
  private StructuredTerm() {}

  static String of(DurationValue value) {
    StringBuilder term = new StringBuilder(40).append(ValueType.DURATION.tag());
    SortableText.append(term, value.months());
    SortableText.append(term, value.days());
    SortableText.append(term, value.seconds());
    SortableText.append(term, value.nanoseconds());
    return term.toString();
  }

  static String of(PointValue value) {
    StringBuilder term = new StringBuilder(40).append(ValueType.POINT.tag());
    SortableText.append(term, value.srid());
    for (double coordinate : value.coordinates()) {
      SortableText.append(term, coordinate);
    }
    return term.toString();
  }

  /** Equal where lists of the same length have equal elements in the same order. */
  static String of(List<?> values) {
    StringBuilder term = new StringBuilder().append(ValueType.LIST.tag());
    for (Object element : values) {
      String each = element(element);
      term.append(each.length()).append(':').append(each);
    }
    return term.toString();
  }

  private static String element(Object element) {
    ValueType type = ValueType.of(element);
    if (type == ValueType.LIST) {
      throw new IllegalArgumentException("a list in a list is no property value");
    }
    return type == ValueType.NUMBER
        ? NumberTerm.ofAnyEqual(element)
        : ValueTerm.unbounded(type, element);
  }
}
