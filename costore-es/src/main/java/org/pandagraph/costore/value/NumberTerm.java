/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

import java.util.ArrayList;
import java.util.List;

/** Terms of numbers; without the key. */
final class NumberTerm {
  /** From here up, and from its negative down, not every integer is a double. */
  static final double LARGE = 0x1p53;

  static final char LARGE_DOUBLE = 'D';

  private static final char NUMBER = 'N';

  private NumberTerm() {}

  static boolean isLarge(double value) {
    return Math.abs(value) >= LARGE;
  }

  static String of(long value) {
    StringBuilder term = new StringBuilder(14).append(NUMBER);
    double floor = floor(value);
    SortableText.append(term, floor);
    // At most 1,023: the distance of doubles just below 2^63 is 1,024.
    int rest = (int) (value - (long) floor);
    if (rest != 0) {
      SortableText.appendSmall(term, rest);
    }
    return term.toString();
  }

  /** The largest double not above an integer. */
  private static double floor(long value) {
    double nearest = value;
    // 2^63 as an integer is 2^63 - 1: there it is above all of them.
    return nearest == 0x1p63 || (long) nearest > value ? Math.nextDown(nearest) : nearest;
  }

  /**
   * @param value not NaN
   */
  static String of(double value) {
    StringBuilder term = new StringBuilder(12).append(isLarge(value) ? LARGE_DOUBLE : NUMBER);
    SortableText.append(term, value);
    return term.toString();
  }

  /** The terms of all numbers that Neo4j calls equal to this one. */
  static List<String> equalTo(long value) {
    List<String> terms = new ArrayList<>(2);
    terms.add(of(value));
    double same = value;
    if (value == 0) {
      terms.add(of(-0.0));
    } else if (isLarge(same) && (long) same == value) {
      // Of 2^63 - 1 this is 2^63: to Neo4j they are equal.
      terms.add(of(same));
    }
    return terms;
  }

  /** The terms of all numbers that Neo4j calls equal to this one; none of NaN. */
  static List<String> equalTo(double value) {
    List<String> terms = new ArrayList<>(2);
    if (Double.isNaN(value)) {
      return terms;
    }
    terms.add(of(value));
    if (value == 0) {
      terms.add(of(-value));
    } else if (isLarge(value) && value >= -0x1p63 && value <= 0x1p63) {
      terms.add(of((long) value));
    }
    return terms;
  }

  /** One term for all numbers that are equal: for lists, which have no order to keep. */
  static String ofAnyEqual(Object number) {
    if (number instanceof Long) {
      return of((Long) number);
    }
    double value = (Double) number;
    if (Double.isNaN(value)) {
      // Nobody asks for it: a list with NaN equals none.
      return "NaN";
    }
    boolean whole = value == Math.rint(value) && value >= -0x1p63 && value <= 0x1p63;
    return whole ? of((long) value) : of(value);
  }
}
