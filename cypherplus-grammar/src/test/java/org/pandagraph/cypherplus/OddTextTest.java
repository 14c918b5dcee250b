/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Texts nobody types, found by the fuzzer. */
class OddTextTest {
  private final CypherPlusTranslator translator = CypherPlusTranslator.create();

  @Test
  void aLongThresholdDoesNotMakeALongMessage() {
    String text = "RETURN 'a' ~:1" + "0.5".repeat(1_000) + " 'b'";

    assertThatThrownBy(() -> translator.translate(text))
        .isInstanceOfSatisfying(
            CypherPlusSyntaxException.class, e -> assertThat(e.problem()).hasSizeLessThan(120));
  }
}
