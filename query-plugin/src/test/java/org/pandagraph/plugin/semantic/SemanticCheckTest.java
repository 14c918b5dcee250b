/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.aipm.client.AipmErrorCode;
import org.pandagraph.cypherplus.CypherPlusTranslator;
import org.pandagraph.plugin.error.CypherPlusError;

class SemanticCheckTest {
  private final EngineFixture f = new EngineFixture();
  private final SemanticCheck check = new SemanticCheck(f.engine);
  private final CypherPlusTranslator translator = CypherPlusTranslator.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "RETURN n.photo->widht # UNKNOWN_SUB_PROPERTY # 14 # did you mean `width`?",
        "RETURN 1 :: 2 # NO_COMPARATOR # 9 # INTEGER and INTEGER",
        "RETURN a ::jarro b # UNKNOWN_ALGORITHM # 9 # did you mean `jaro`?",
        "RETURN 'a' ~:face 'b' # NO_COMPARATOR # 11 # `face` does not take STRING and STRING",
        "RETURN 5->width # WRONG_TYPE # 8 # INTEGER",
        "RETURN {a: 1}->width # WRONG_TYPE # 13 # `map.width`",
      })
  void refusesWhatCannotWork(String query, String code, int offset, String message) {
    f.property(f.photo("1"), "width");
    assertThatThrownBy(() -> check(query))
        .isInstanceOfSatisfying(
            CypherPlusError.class,
            e -> {
              assertThat(e.code().name()).isEqualTo(code);
              assertThat(e.offset()).isEqualTo(offset);
            })
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RETURN n.photo->width, n.photo->digest, $p->plateNumber",
        "RETURN 'a' :: 'b', 'a' ~:jaro/0.5 'b', ['a'] >: 'a', null :: 1",
        "RETURN n.photo ~:face <file://a.png>, n.photo ~: 'regex'",
        "RETURN [1] :: [2]",
        "RETURN n.photo->exif->Make, n.photo->width",
      })
  void letsPassWhatMayWork(String query) {
    f.property(f.photo("1"), "width");
    assertThatCode(() -> check(query)).doesNotThrowAnyException();
  }

  @Test
  void saysNothingWhileTheServiceIsDown() {
    f.aipm.failWith(AipmErrorCode.UNAVAILABLE);
    for (int i = 0; i < 100; i++) {
      assertThatCode(() -> check("RETURN n.photo->widht, 1 :: 2, a ~:nothing b"))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void learnsTheCatalogueInTheBackground() throws InterruptedException {
    boolean refused = false;
    for (int i = 0; i < 1_000 && !refused; i++) {
      try {
        check("RETURN n.photo->widht");
        Thread.sleep(10);
      } catch (CypherPlusError e) {
        refused = true;
      }
    }
    assertThat(refused).isTrue();
  }

  private void check(String query) {
    check.check(translator.translate(query));
  }
}
