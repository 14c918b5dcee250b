/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.pandagraph.costore.DurationValue;
import org.pandagraph.costore.PointValue;

class PredicateTest {
  private static final Predicate ADULT =
      new Comparison("age", Comparison.Operator.GREATER_OR_EQUAL, 18L);
  private static final Predicate PERSON = new HasLabel("Person");

  @Test
  void printsAsCypher() {
    assertThat(
            And.of(
                PERSON,
                Or.of(ADULT, new Not(new Exists("age"))),
                new Not(new TextMatch("full name", TextMatch.Operator.ENDS_WITH, "O'Neil"))))
        .hasToString(
            "n:Person AND (n.age >= 18 OR (n.age IS NULL))"
                + " AND (NOT n.`full name` ENDS WITH 'O\\'Neil')");
    assertThat(And.of()).hasToString("true");
    assertThat(Or.of()).hasToString("false");
    assertThat(ADULT.toCypher("a b")).isEqualTo("`a b`.age >= 18");
    assertThat(new HasLabel("tick`ed")).hasToString("n:`tick``ed`");
  }

  @Test
  void printsValuesAsCypher() {
    assertThat(
            new In(
                "x",
                Arrays.asList(
                    1L,
                    1.5,
                    Double.NaN,
                    Double.NEGATIVE_INFINITY,
                    true,
                    null,
                    "a\\\n\ud800",
                    List.of(1L, 2L))))
        .hasToString(
            "n.x IN [1, 1.5, (0.0 / 0.0), (-1.0 / 0.0), true, null, 'a\\\\\\u000a\\ud800', [1, 2]]");
    assertThat(equal(LocalDate.of(2021, 3, 4))).hasToString("n.x = date('2021-03-04')");
    assertThat(equal(OffsetTime.parse("10:00+01:00"))).hasToString("n.x = time('10:00+01:00')");
    assertThat(equal(ZonedDateTime.parse("2021-03-04T10:00Z[Europe/Berlin]")))
        .hasToString("n.x = datetime('2021-03-04T11:00+01:00[Europe/Berlin]')");
    assertThat(equal(new PointValue(4326, 1, 2)))
        .hasToString("n.x = point({srid: 4326, x: 1.0, y: 2.0})");
    assertThat(equal(new DurationValue(1, -2, 3, 4)))
        .hasToString("n.x = duration({months: 1, days: -2, seconds: 3, nanoseconds: 4})");
  }

  @Test
  void comparesByContent() {
    List<Supplier<Predicate>> different =
        List.of(
            () -> And.of(PERSON, ADULT),
            () -> And.of(ADULT, PERSON),
            () -> Or.of(PERSON, ADULT),
            () -> new Not(PERSON),
            () -> new HasLabel("Person"),
            () -> new HasLabel("person"),
            () -> equal(1L),
            () -> equal(1.0),
            () -> equal(null),
            () -> new Comparison("x", Comparison.Operator.LESS, 1L),
            () -> new In("x", List.of(1L)),
            () -> new In("y", List.of(1L)),
            () -> new TextMatch("x", TextMatch.Operator.CONTAINS, "1"),
            () -> new TextMatch("x", TextMatch.Operator.STARTS_WITH, "1"),
            () -> new TextMatch("x", TextMatch.Operator.STARTS_WITH, null),
            () -> new Exists("x"),
            () -> new Exists("y"));
    for (int i = 0; i < different.size(); i++) {
      for (int j = 0; j < different.size(); j++) {
        Predicate a = different.get(i).get();
        Predicate b = different.get(j).get();
        assertThat(a.equals(b)).as("%s equals %s", a, b).isEqualTo(i == j);
        if (i == j) {
          assertThat(a).hasSameHashCodeAs(b);
        }
      }
    }
  }

  private static Predicate equal(Object value) {
    return new Comparison("x", Comparison.Operator.EQUAL, value);
  }
}
