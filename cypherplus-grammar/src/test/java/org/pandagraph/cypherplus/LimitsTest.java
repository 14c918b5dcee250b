/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.pandagraph.cypherplus.testing.Neo4jParser;

class LimitsTest {
  private final CypherPlusTranslator translator = CypherPlusTranslator.create(0, 0);

  @Test
  void refusesWhatIsTooLong() {
    assertTooLarge("RETURN a ~: '" + "x".repeat(GrammarTranslator.MOST_CHARACTERS) + "'");
  }

  @Test
  void leavesLongPlainTextAlone() {
    String text = "RETURN '" + "a::b ".repeat(1_000_000) + "'";
    assertThat(translator.translate(text).cypherText()).isSameAs(text);
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    assertTooLarge("RETURN a ~: " + "(".repeat(100_000));
    assertTooLarge("RETURN a ~: " + "CASE WHEN ".repeat(10_000));
    assertTooLarge("RETURN a" + "->b".repeat(10_000));
    assertTooLarge("RETURN a" + " ~: b".repeat(10_000));
  }

  @Test
  void takesLongFlatStatements() {
    String text = "RETURN -1" + " + 1 - -1 AND NOT x".repeat(5_000) + " OR a ~: b";
    assertThat(translator.translate(text).isPlain()).isFalse();
  }

  @Test
  void whatIsAcceptedFitsASmallStack() throws InterruptedException {
    int brackets = GrammarTranslator.DEEPEST_NESTING - 1;
    String deepest =
        "RETURN "
            + "(".repeat(brackets)
            + "a"
            + "->b".repeat(GrammarTranslator.DEEPEST_CALLS)
            + ")".repeat(brackets);
    AtomicReference<Object> result = new AtomicReference<>();
    Thread small =
        new Thread(null, () -> result.set(translator.translate(deepest)), "small", 512 * 1024L);
    small.setUncaughtExceptionHandler((thread, e) -> result.set(e));
    small.start();
    small.join();
    assertThat(result.get()).isInstanceOf(Translation.class);
    assertThat(Neo4jParser.complaint(((Translation) result.get()).cypherText())).isNull();
  }

  @Test
  void cacheIsBoundedByEntriesAndCharacters() {
    TranslationCache cache = new TranslationCache(10, 1_000);
    CypherPlusTranslator cached = new GrammarTranslator(cache);
    for (int i = 0; i < 100; i++) {
      cached.translate("RETURN " + i + "->x");
    }
    assertThat(cache.size()).isBetween(5, 10);
    assertThat(cache.characters()).isLessThanOrEqualTo(1_000);
    cached.translate("RETURN '" + "x".repeat(600) + "'->x");
    assertThat(cache.get("RETURN '" + "x".repeat(600) + "'->x")).isNull();
    assertThat(cached.translate("RETURN 99->x")).isSameAs(cached.translate("RETURN 99->x"));
  }

  private void assertTooLarge(String text) {
    CypherPlusSyntaxException e =
        catchThrowableOfType(CypherPlusSyntaxException.class, () -> translator.translate(text));
    assertThat(e).isNotNull();
    assertThat(e.code()).isEqualTo(SyntaxErrorCode.TOO_LARGE);
    assertThat(e.getMessage()).contains("at most");
  }
}
