/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.cypherplus.testing.Neo4jParser;

/** Texts nobody types, found by the fuzzer. */
class OddTextTest {
  private final CypherPlusTranslator translator = CypherPlusTranslator.create();

  /**
   * Neo4j falls back to its former parser here (STARTS is enough), which takes U+FFFF for the end:
   * it would run what stands before and drop the rest without a word.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (n) WHERE n.name STARTS WITH 'a' RETURN n.a AS fri\uFFFFend, <gopher://x> AS x",
        "MATCH (n) WHERE n.name STARTS WITH 'a' RETURN n\uFFFF.photo->width",
        "MATCH (n) WHERE n.name STARTS WITH 'a' RETURN n \uFFFF ~: 'b'",
        "MATCH (n) WHERE n.photo ~: $p AND n.name STARTS WITH 'a' RETURN n \uFFFF LIMIT 1"
      })
  void nothingIsDroppedBehindWhatNeo4jTakesForTheEnd(String text) {
    assertThatThrownBy(() -> translator.translate(text))
        .isInstanceOfSatisfying(
            CypherPlusSyntaxException.class,
            e -> {
              assertThat(e.offset()).isEqualTo(text.indexOf('\uFFFF'));
              assertThat(e.problem()).startsWith("Invalid character U+FFFF");
            });
    assertThat(Neo4jParser.complaint(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (n) WHERE n.name STARTS WITH 'a' RETURN n.a AS fri\uFFFFend",
        "MATCH (n) WHERE n.name STARTS WITH '\uFFFF' RETURN n /* \uFFFF a ~: b */",
        "RETURN 1 AS fri\uFFFFend"
      })
  void plainTextGoesOnAsItIs(String text) {
    assertThat(translator.translate(text).cypherText()).isSameAs(text);
  }

  @Test
  void whereItStandsInAStringOrCommentItEndsNothing() {
    String text = "RETURN 'start \uFFFF' //\uFFFF\n ~: 'b' AS x";

    Translation translation = translator.translate(text);

    assertThat(translation.cypherText()).contains("like('start \uFFFF'").contains("//\uFFFF\n");
    assertThat(Neo4jParser.complaint(translation.cypherText())).isNull();
  }

  /** Behind such an operator Neo4j takes NOT for a name: of a list here, and of a function. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RETURN 1 = NOT [0] ::: [] AS x  | RETURN 1 = panda.internal.setCompare(NOT [0] , [],
          RETURN 1 + NOT (2) ~: 'a' AS x  | RETURN 1 + panda.internal.like(NOT (2) , 'a',
          RETURN -NOT (2) :: 'a' AS x     | RETURN -panda.internal.compare(NOT (2) , 'a',
          RETURN NOT (2) ~: 'a' AS x      | RETURN NOT panda.internal.like((2) , 'a',
          RETURN 1 AND NOT [0] ~: 1 AS x  | RETURN 1 AND NOT panda.internal.like([0] , 1,
          RETURN 1 OR NOT NOT [0]->a AS x | RETURN 1 OR NOT NOT panda.internal.property([0],
          """)
  void notIsAnOperatorWhereNeo4jTakesItForOne(String text, String translated) {
    String cypher = translator.translate(text).cypherText();

    assertThat(cypher).startsWith(translated);
    assertThat(Neo4jParser.complaint(cypher)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"::%s->a", "~:jaro/%s", "~:jaro/1/%s 'a'", "::%s/", "~: 1 %s"})
  void aLongNameDoesNotMakeALongMessage(String construct) {
    String text = "RETURN 'a' " + construct.formatted("name".repeat(1_000));

    assertThatThrownBy(() -> translator.translate(text))
        .isInstanceOfSatisfying(
            CypherPlusSyntaxException.class, e -> assertThat(e.problem()).hasSizeLessThan(250));
  }

  /** Only without the operator does Neo4j's older parser take this, for a pattern, and in vain. */
  @Test
  void aPatternWithoutParenthesesIsNoReasonToRefuseAConstruct() {
    String text = "RETURN 'x' STARTS WITH '..A' <<:e END<--S AS x";
    Translation translation = translator.translate(text);

    assertThat(Neo4jParser.complaint(translation.cypherText())).isNotNull();
    assertThat(new TranslationCheck(translator).check(text, false, new Random(1)))
        .isEqualTo(TranslationCheck.Verdict.TRANSLATED);
  }

  @Test
  void aLongThresholdDoesNotMakeALongMessage() {
    String text = "RETURN 'a' ~:1" + "0.5".repeat(1_000) + " 'b'";

    assertThatThrownBy(() -> translator.translate(text))
        .isInstanceOfSatisfying(
            CypherPlusSyntaxException.class, e -> assertThat(e.problem()).hasSizeLessThan(120));
  }
}
