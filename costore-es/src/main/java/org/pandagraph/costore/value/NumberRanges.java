/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.pandagraph.costore.predicate.Comparison.Operator;

/**
 * Which terms stand for the numbers that Neo4j orders before or behind a number. It orders an
 * integer from 2^53 up against a double by the double's shortest decimal form ({@code
 * NumberValues.compareDoubleAgainstLong}), which is up to some hundred beside its value; that is
 * why large doubles have terms of their own.
 */
final class NumberRanges {
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private NumberRanges() {}

  static List<TermRange> of(Operator operator, Object number) {
    if (number instanceof Long) {
      return ofLong(operator, (Long) number);
    }
    return ofDouble(operator, (Double) number);
  }

  private static List<TermRange> ofLong(Operator operator, long number) {
    List<TermRange> ranges = new ArrayList<>(2);
    ranges.add(range(operator, NumberTerm.of(number)));
    if (NumberTerm.isLarge(number)) {
      ranges.add(largeDoubles(operator, number));
    } else {
      ranges.add(range(operator, largeTerm(number)));
    }
    return ranges;
  }

  private static List<TermRange> ofDouble(Operator operator, double number) {
    List<TermRange> ranges = new ArrayList<>(2);
    if (Double.isNaN(number)) {
      return ranges;
    }
    ranges.add(range(operator, largeTerm(number)));
    if (NumberTerm.isLarge(number)) {
      addIntegers(ranges, operator, number);
    } else {
      ranges.add(range(operator, NumberTerm.of(number)));
    }
    return ranges;
  }

  /** Integers, and the small doubles with them, against a large double. */
  private static void addIntegers(List<TermRange> ranges, Operator operator, double number) {
    boolean wantsLess = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
    BigDecimal decimal =
        Double.isInfinite(number)
            ? (number > 0 ? MOST.add(BigDecimal.ONE) : LEAST.subtract(BigDecimal.ONE))
            : BigDecimal.valueOf(number);
    if (decimal.compareTo(MOST) > 0 || decimal.compareTo(LEAST) < 0) {
      if (wantsLess == decimal.signum() > 0) {
        ranges.add(TermRange.all('N'));
      }
      return;
    }
    BigInteger whole = decimal.toBigIntegerExact();
    ranges.add(range(operator, NumberTerm.of(whole.longValueExact())));
  }

  /** Large doubles against a large integer. */
  private static TermRange largeDoubles(Operator operator, long number) {
    BigDecimal decimal = BigDecimal.valueOf(number);
    double from = number;
    while (BigDecimal.valueOf(Math.nextDown(from)).compareTo(decimal) >= 0) {
      from = Math.nextDown(from);
    }
    while (BigDecimal.valueOf(from).compareTo(decimal) < 0) {
      from = Math.nextUp(from);
    }
    // Now the least double that is not below; where it is as large, the next one is above.
    double above = from;
    while (BigDecimal.valueOf(above).compareTo(decimal) == 0) {
      above = Math.nextUp(above);
    }
    switch (operator) {
      case LESS:
        return TermRange.lessThan(largeTerm(from));
      case LESS_OR_EQUAL:
        return TermRange.lessThan(largeTerm(above));
      case GREATER:
        return TermRange.atLeast(largeTerm(above));
      default:
        return TermRange.atLeast(largeTerm(from));
    }
  }

  /** Where a double would be among the large ones, also one that is not large. */
  private static String largeTerm(double value) {
    StringBuilder term = new StringBuilder(12).append(NumberTerm.LARGE_DOUBLE);
    SortableText.append(term, value);
    return term.toString();
  }

  static TermRange range(Operator operator, String term) {
    switch (operator) {
      case LESS:
        return TermRange.lessThan(term);
      case LESS_OR_EQUAL:
        return TermRange.atMost(term);
      case GREATER:
        return TermRange.moreThan(term);
      case GREATER_OR_EQUAL:
        return TermRange.atLeast(term);
      default:
        throw new IllegalArgumentException("no order: " + operator);
    }
  }
}
