/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.pandagraph.plugin.semantic.EngineFixture.strings;
import static org.pandagraph.plugin.semantic.EngineFixture.text;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pandagraph.aipm.client.AipmErrorCode;

/** Strings, with the service down all the time: it is not needed. */
class TextOperatorsTest {
  private final EngineFixture f = new EngineFixture();

  @BeforeEach
  void serviceIsDown() {
    f.aipm.failWith(AipmErrorCode.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, ::, abcd, 0.94166667, 1e-6",
    "abc, ::jaccard, abcd, 0.5, 1e-6",
    "abc, ::jaro, abcd, 0.94166667, 1e-6",
    "hello world, ::cosine, bye world, 0.50395263, 1e-6",
    "沈志宏, ::jaro, 志宏 沈, 0.75, 0.05",
    "杜 一, ::, 杜一, 0.8, 0.2",
    "same, ::levenshtein, same, 1, 0"
  })
  void similarity(String x, String operator, String y, double expected, double tolerance) {
    assertThat(f.eval(x, operator, y))
        .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
        .isCloseTo(expected, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    "沈志宏, ~:jaro/0.7, 志宏 沈, true",
    "沈志宏, ~:jaro/0.8, 志宏 沈, false",
    "ab, !:, zz, true",
    "ab, !:, ab, false",
    "a, ~:0, b, true",
    "a, ~:1, a, true"
  })
  void likeness(String x, String operator, String y, boolean expected) {
    assertThat(f.eval(x, operator, y)).isEqualTo(expected);
  }

  @Test
  void sets() {
    assertThat(f.eval(strings("a", "b"), ">>:", strings("a"))).isEqualTo(true);
    assertThat(f.eval(strings("a"), ">>:", strings("a", "b"))).isEqualTo(false);
    assertThat(f.eval(strings("a"), "<<:", strings("a", "b"))).isEqualTo(true);
    assertThat(f.eval(strings("x", "y"), ">:", text("x"))).isEqualTo(true);
    assertThat(f.eval(text("x"), "<:", strings("x", "y"))).isEqualTo(true);
    assertThat(f.eval(text("x"), ">:", text("x"))).isEqualTo(true);
    assertThat(f.eval(strings("a", "b"), ":::", strings("a")).toString())
        .isEqualTo("[[1.0], [0.0]]");
    assertThat(f.eval(strings("q", "b"), "::", strings("a", "b"))).isEqualTo(1.0);
  }

  @Test
  void emptySets() {
    assertThat(f.eval(strings(), ">:", text("a"))).isEqualTo(false);
    assertThat(f.eval(strings("a"), ">:", strings())).isNull();
    assertThat(f.eval(strings("a"), ">>:", strings())).isNull();
    assertThat(f.eval(strings(), ">>:", strings("a"))).isEqualTo(false);
    assertThat(f.eval(strings(), "~:", text("a"))).isNull();
    assertThat(f.eval(strings(), "::", text("a"))).isNull();
    assertThat(f.eval(strings(), ":::", strings("a")).toString()).isEqualTo("[]");
    assertThat(f.eval(strings("a"), ":::", strings()).toString()).isEqualTo("[[]]");
  }

  @Test
  void nullItemsAreUnknown() {
    assertThat(f.eval(strings("a", null), ">:", text("a"))).isEqualTo(true);
    assertThat(f.eval(strings("b", null), ">:", text("a"))).isNull();
    assertThat(f.eval(strings("a", "b"), ">>:", strings("a", null))).isNull();
    assertThat(f.eval(strings("a", "b"), ">>:", strings("z", null))).isEqualTo(false);
    assertThat(f.eval(strings("a", null), ":::", strings("a", null)).toString())
        .isEqualTo("[[1.0, null], [null, null]]");
    assertThat(f.eval(strings("a", null), "::", text("a"))).isEqualTo(1.0);
  }

  @Test
  void theServiceIsNeverAsked() {
    f.eval("a", "~:", "b");
    assertThat(f.aipm.calls).hasValue(0);
  }
}
