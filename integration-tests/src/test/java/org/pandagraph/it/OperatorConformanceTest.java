/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.ClientException;

/** The conformance queries of the language that compare texts and lists. */
@Tag("conformance")
@ExtendWith(SharedServer.class)
class OperatorConformanceTest {
  private static final Offset<Double> TOLERANCE = within(1e-6);

  private PandaServer server;

  @BeforeEach
  void server(SharedServer.Shared shared) {
    server = shared.server();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          return Blob.empty() ~:0.5 Blob.empty() as r | true
          return Blob.empty() ~:1.0 Blob.empty() as r | true
          return Blob.empty() ~: Blob.empty() as r    | true
          return '杜 一' :: '杜一' > 0.6 as r          | true
          return '杜 一' ::jaro '杜一' > 0.6 as r      | true
          return '沈志宏' ~:jaro/0.7 '志宏 沈' as r    | true
          return '沈志宏' ~:jaro/0.8 '志宏 沈' as r    | false
          """)
  void predicates(String query, boolean expected) {
    assertThat(server.value(query).asBoolean()).isEqualTo(expected);
  }

  @Test
  void numbersAreNotComparable() {
    assertThatThrownBy(() -> server.value("return 1 :: 2 as r"))
        .isInstanceOfSatisfying(
            ClientException.class,
            e -> assertThat(e.code()).startsWith("Neo.ClientError.Statement."))
        .hasMessageContaining("::")
        .hasMessageContaining("line 1, column");
  }

  @Test
  void twoColumnsOfComparisonsKeepTheirNames() {
    Record row =
        server.query("return '杜 一' ::jaro '杜一','Zhihong SHEN' ::levenshtein 'SHEN Z.H'").get(0);

    assertThat(row.keys())
        .containsExactly("'杜 一' ::jaro '杜一'", "'Zhihong SHEN' ::levenshtein 'SHEN Z.H'");
    assertThat(row.get(0).asDouble()).isBetween(0.6, 1.0);
    assertThat(row.get(1).asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void jaroIsBetween() {
    assertThat(server.value("return '沈志宏' ::jaro '志宏 沈' as r").asDouble()).isBetween(0.7, 0.8);
  }

  @ParameterizedTest
  @CsvSource({"jaccard", "cosine"})
  void otherAlgorithmsGiveSimilarities(String algorithm) {
    assertThat(server.value("return '沈志宏' ::" + algorithm + " '志宏 沈' as r").asDouble())
        .isBetween(0.0, 1.0);
  }

  @Test
  void exactSimilarities() {
    Record row =
        server
            .query(
                "return 'abc' :: 'abcd', 'abc' ::jaccard 'abcd', 'abc' ::jaro 'abcd', 'hello world'"
                    + " ::cosine 'bye world'")
            .get(0);

    assertThat(row.get(0).asDouble()).isCloseTo(0.94166667, TOLERANCE);
    assertThat(row.get(1).asDouble()).isCloseTo(0.5, TOLERANCE);
    assertThat(row.get(2).asDouble()).isCloseTo(0.94166667, TOLERANCE);
    assertThat(row.get(3).asDouble()).isCloseTo(0.50395263, TOLERANCE);
  }

  @Test
  void anOperatorGluedToItsOperand() {
    Record row = server.query("return 'Zhihong SHEN'::jaro 'SHEN Zhihong'").get(0);

    assertThat(row.keys()).containsExactly("'Zhihong SHEN'::jaro 'SHEN Zhihong'");
    assertThat(row.get(0).asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void theOperatorsOfSets() {
    Record row =
        server
            .query(
                "return 'ab' !: 'zz', ['a','b'] >>: ['a'], ['a'] <<: ['a','b'], ['x','y'] >: 'x',"
                    + " 'x' <: ['x','y'], ['a','b'] ::: ['a']")
            .get(0);

    assertThat(row.values().subList(0, 5))
        .allSatisfy(value -> assertThat(value.asBoolean()).isTrue());
    List<List<Double>> matrix = row.get(5).asList(line -> line.asList(cell -> cell.asDouble()));
    assertThat(matrix).hasSize(2).allSatisfy(line -> assertThat(line).hasSize(1));
    assertThat(matrix.get(0).get(0)).isCloseTo(1.0, TOLERANCE);
    assertThat(matrix.get(1).get(0)).isLessThan(1.0);
  }

  @Test
  void aThresholdAsAParameter() {
    Record row =
        server
            .query(
                "return '沈志宏' ~:jaro/$t '志宏 沈' as with, '沈志宏' ~:/$u '志宏 沈' as without,"
                    + " '沈志宏' ~:0.7/jaro '志宏 沈' as swapped",
                Map.of("t", 0.7, "u", 0.8))
            .get(0);

    assertThat(row.get("with").asBoolean()).isTrue();
    assertThat(row.get("without").asBoolean()).isFalse();
    assertThat(row.get("swapped").asBoolean()).isTrue();
  }

  @Test
  void nullOperandsGiveNull() {
    Record row =
        server
            .query("return null ~: 'a', 'a' :: null, null !: null, 'a' <: null, null >>: ['a']")
            .get(0);

    assertThat(row.values()).allSatisfy(value -> assertThat(value.isNull()).isTrue());
  }

  @Test
  void comparisonsBindTighterThanArithmeticAndComparison() {
    Record row =
        server
            .query(
                "return 'a' :: 'a' > 0.6, NOT 'a' ~: 'a', 1 + 'a' :: 'a', 'a' + 'b' = 'ab' AND 'a' ~:"
                    + " 'a'")
            .get(0);

    assertThat(row.get(0).asBoolean()).isTrue();
    assertThat(row.get(1).asBoolean()).isFalse();
    assertThat(row.get(2).asDouble()).isEqualTo(2.0);
    assertThat(row.get(3).asBoolean()).isTrue();
  }

  @Test
  void whatLooksAlikeInPlainCypherKeepsItsMeaning() {
    Record row =
        server
            .query(
                "with 2 as x, 3 as a, 5 as b return 1 < x > 0, a<b, [(q)-->() | q] AS p, -x // ::"
                    + " <file://x>\n")
            .get(0);

    assertThat(row.get(0).asBoolean()).isTrue();
    assertThat(row.get(1).asBoolean()).isTrue();
    assertThat(row.get(3).asLong()).isEqualTo(-2);
  }
}
