/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.aipm.wire.ValueDomain;

class TextComparatorsTest {
  private static final ValueDomain STRING = ValueDomain.of("string");

  private static double similarity(String algorithm, String x, String y) {
    return TextComparators.named(algorithm).orElseThrow().similarity(x, y);
  }

  @ParameterizedTest
  @CsvSource({
    "jaro, abc, abcd, 0.94166667",
    "jaccard, abc, abcd, 0.5",
    "cosine, hello world, bye world, 0.50395263",
    "levenshtein, kitten, sitting, 0.57142857",
    "levenshtein, ab, zz, 0",
  })
  void givesTheNumbersOfPandaDb(String algorithm, String x, String y, double expected) {
    assertThat(similarity(algorithm, x, y)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void comparesChineseNames() {
    assertThat(similarity("jaro", "杜 一", "杜一")).isGreaterThan(0.6);
    assertThat(similarity("jaro", "沈志宏", "志宏 沈")).isBetween(0.7, 0.8);
  }

  @Test
  void takesJaroForTwoStringsWithoutAName() {
    assertThat(BuiltInComparators.catalogue().comparator(null, STRING, STRING))
        .get()
        .satisfies(m -> assertThat(m.name()).isEqualTo("jaro"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jaro", "jaccard", "cosine", "levenshtein"})
  void staysInItsRangeAndIsSymmetric(String algorithm) {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println(algorithm + ": -Dtests.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String x = text(random);
      String y = text(random);
      double s = similarity(algorithm, x, y);
      assertThat(s).as("%s %s", x, y).isBetween(0.0, 1.0);
      assertThat(similarity(algorithm, y, x)).as("%s %s", y, x).isCloseTo(s, within(1e-12));
      assertThat(similarity(algorithm, x, x)).isEqualTo(1);
    }
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(12), 0, 6)
        .collect(
            StringBuilder::new,
            (s, i) -> s.appendCodePoint(new int[] {'a', 'b', 'c', ' ', '沈', 0x1F600}[i]),
            StringBuilder::append)
        .toString();
  }

  @Test
  void emptyTextIsLikeNothingButItself() {
    for (TextComparator c : TextComparators.all()) {
      assertThat(c.similarity("", "")).isEqualTo(1);
      assertThat(c.similarity("", "abc")).as(c.descriptor().name()).isEqualTo(0);
    }
  }

  @Test
  void refusesTextsThatWouldTakeForever() {
    String book = "x".repeat(30_000);
    assertThatThrownBy(() -> similarity("jaro", book, "y"))
        .isInstanceOf(SimilarityException.class)
        .hasMessageContaining("at most 20000")
        .hasMessageContaining("cosine");
    assertThat(similarity("cosine", book, "xxx")).isGreaterThan(0.9);
  }
}
