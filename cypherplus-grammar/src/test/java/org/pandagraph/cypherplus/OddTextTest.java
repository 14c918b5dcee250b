/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void aLongThresholdDoesNotMakeALongMessage() {
    String text = "RETURN 'a' ~:1" + "0.5".repeat(1_000) + " 'b'";

    assertThatThrownBy(() -> translator.translate(text))
        .isInstanceOfSatisfying(
            CypherPlusSyntaxException.class, e -> assertThat(e.problem()).hasSizeLessThan(120));
  }
}
