/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pandagraph.cypherplus.testing.Statements;

class PlanTextTest {
  private final PlanText planText = PlanText.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "panda.internal.like(n.photo, $autostring_0, {`~:jaro/0.8`: $autoint_1}) | n.photo ~:jaro/0.8 $autostring_0",
        "panda.internal.property(n.photo, {`->width`: 7}) > $autoint_0 | n.photo->width > $autoint_0",
        "`panda`.`internal`.`property`(`n`.`photo`, {`->odd ``name`: 7}) | `n`.`photo`->`odd ``name`",
        "panda.internal.property(panda.internal.property(n.p, {`->faces`: 3})[0], {`->age`: 9}) | n.p->faces[0]->age",
        "panda.internal.literal('file://a.png', 7) | <file://a.png>",
        "panda.internal.literal($autostring_0, $autoint_1) | <$autostring_0>",
        "panda.internal.compare(panda.internal.compare(a, b, {`::`: 1}), c + 1, {`::jaro`: 2}) | a :: b ::jaro (c + 1)",
        "panda.internal.compare(a, panda.internal.compare(b, c, {`::`: 1}), {`::`: 2}) | a :: (b :: c)",
        "panda.internal.compare(a + b, -c, {`::`: 1}) | (a + b) :: (-c)",
        "panda.internal.property(panda.internal.compare(a, b, {`::`: 1}), {`->x`: 2}) | (a :: b)->x",
        "panda.internal.like(x, y, {`~:/$t`: 1}, $t) | x ~:/$t y",
        "panda.internal.like(x, y, {~:jaro: 1}) | x ~:jaro y",
        "panda.internal.setCompare([1, 2], n {.a}, {`:::`: 1})[0] | ([1, 2] ::: (n {.a}))[0]",
        "not panda.internal.like(x, f('a, (b', y), {`!:`: 1}) AND z | not x !: f('a, (b', y) AND z",
        "panda.internal.like(panda.internal.literal('http://h/?a=(', 1), 'it\\'s', {`<:`: 1}) | <http://h/?a=(> <: 'it\\'s'",
        "Unknown function 'panda.internal.like' (line 1) | Unknown function '~:' (line 1)",
        "Filter: panda.internal.property(n.photo, {`->wi... | Filter: sub-property(n.photo, {`->wi...",
        "no procedure panda.internal.nothing here | no procedure CypherPlus here",
        "Projection: PANDA . internal . Compare(a, b, {`::` : 1}) | Projection: a :: b",
        "no call at all: pandas.internals | no call at all: pandas.internals"
      })
  void putsCypherPlusBack(String text, String expected) {
    assertThat(planText.restore(text)).isEqualTo(expected);
  }

  @Test
  void leavesOtherTextAlone() {
    String text = "Node By Label Scan | n:Person | 10. pandas";
    assertThat(planText.restore(text)).isSameAs(text);
  }

  @Test
  void goesRoundWithTheTranslator() {
    CypherPlusTranslator translator = CypherPlusTranslator.create();
    for (String query : Statements.conformance()) {
      Translation first = translator.translate(query);
      String restored = planText.restore(first.cypherText());
      Translation second = translator.translate(restored);
      assertThat(second.uses()).as(restored).hasSameSizeAs(first.uses());
      assertThat(second.uses())
          .extracting(SemanticUse::text)
          .isEqualTo(first.uses().stream().map(SemanticUse::text).toList());
    }
  }

  @Test
  void survivesCutAndDeepText() {
    String deep = "panda.internal.property(".repeat(5_000) + "n" + ", {`->x`: 1})".repeat(5_000);
    assertThat(planText.restore(deep)).doesNotContain("panda.internal");
    for (int i = 0; i < 400; i++) {
      String text = "panda.internal.like(n.p, panda.internal.literal('file://a', 1), {`~:`: 3})";
      int cut = i % text.length();
      assertThat(planText.restore(text.substring(0, cut) + "...")).doesNotContain("panda.internal");
      assertThat(planText.restore(text.substring(cut))).doesNotContain("panda.internal");
    }
  }
}
