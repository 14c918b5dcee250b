/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  private static final List<List<Object>> ROWS = List.of(List.of("a", 1L), List.of("b", 2L));
  private static final List<List<Object>> OTHER_WAY = List.of(List.of("b", 2L), List.of("a", 1L));

  @Test
  void inOrderMindsTheOrder() {
    assertThat(Expectation.inOrder(ROWS).problem(ROWS)).isEmpty();
    assertThat(Expectation.inOrder(ROWS).problem(OTHER_WAY)).isPresent();
  }

  @Test
  void anyOrderCountsRows() {
    assertThat(Expectation.anyOrder(ROWS).problem(OTHER_WAY)).isEmpty();
    assertThat(Expectation.anyOrder(ROWS).problem(List.of(List.of("a", 1L))))
        .hasValueSatisfying(p -> assertThat(p).contains("missing: [[b, 2]]"));
    assertThat(Expectation.anyOrder(ROWS).problem(List.of(ROWS.get(0), ROWS.get(1), ROWS.get(1))))
        .hasValueSatisfying(p -> assertThat(p).contains("not expected: [[b, 2]]"));
  }

  @Test
  void aColumnMayBeJudgedByAPredicate() {
    Expectation names =
        Expectation.anyOrder(List.of(List.of("a"), List.of("b")))
            .butColumn(1, "small", v -> v instanceof Long n && n < 3);
    assertThat(names.problem(ROWS)).isEmpty();
    assertThat(names.problem(List.of(List.of("a", 9L), List.of("b", 1L)))).contains("not small: 9");
    assertThat(names.problem(List.of(List.of("a", 1L)))).isPresent();
  }
}
