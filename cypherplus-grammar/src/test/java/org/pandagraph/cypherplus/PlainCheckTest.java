/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCheckTest {
  private final CypherPlusTranslator translator = CypherPlusTranslator.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RETURN a<b, a>b, 1 < x > 0",
        "MATCH (a)-->(b)<--(c)-[r]->(d:X)<-[:T|:U*1..2]-({k: 'v'}) RETURN r",
        "MATCH (a) - [r] - > (b) RETURN r",
        "MATCH (a)-[r]-> /* c */ (b) RETURN r",
        "MATCH (a)-[r]->\n  // why\n  (b) RETURN r",
        "RETURN 'a::b', \"x ~: y\", `p->q`, '<file://a.png>' // x->y\n/* a >: b */",
        "RETURN 'it\\'s ~: x', \"\\\\\", 'y'",
        "RETURN `a``->b`",
        "MATCH (n) WHERE n:A:B RETURN n {.*, x: n.y}, xs[1..2], [x IN xs WHERE x:L | x]",
        "MATCH (n) WHERE n.age <file /* no literal */ RETURN n",
        "MATCH (file) WHERE 1 <file:/* no literal */Label RETURN file",
        "RETURN 'https://example.org/a?b=c'",
        "RETURN '\\u0027",
        "RETURN 1 \\u00 ~: b",
        "RETURN 'a' + '\\u007e:'"
      })
  void plainCypherStaysTheSameObject(String text) {
    Translation translation = translator.translate(text);
    assertThat(translation.isPlain()).isTrue();
    assertThat(translation.cypherText()).isSameAs(text);
    assertThat(translation.uses()).isEmpty();
    String again = new String(text.toCharArray());
    assertThat(translator.translate(again).cypherText()).isSameAs(again);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RETURN a::jaro b",
        "RETURN a->b",
        "RETURN (a)->b",
        "RETURN 'x'->`b`",
        "RETURN a -> /* c */ b",
        "MATCH (a)-->(b) WHERE size((a)-->(b)) > a->count RETURN a",
        "RETURN <FILE:/a.png>",
        "RETURN a<:[1]",
        "RETURN a \\u007e: b",
        "RETURN a \\u003a\\u003a b"
      })
  void constructsAreFound(String text) {
    assertThat(translator.translate(text).isPlain()).isFalse();
  }

  /** All of one length, so that each one is asked about where another was remembered. */
  @Test
  void whatIsRememberedOfOneTextIsNotSaidOfAnother() {
    List<String> plain = List.of("RETURN a, [b]", "RETURN 'a::b'", "RETURN a<bbbb");
    List<String> constructs = List.of("RETURN a->bcd", "RETURN a::[b]", "RETURN a<:'b'");
    for (int round = 0; round < 3; round++) {
      for (String text : plain) {
        for (String construct : constructs) {
          assertThat(construct).hasSameSizeAs(text);
          assertThat(translator.translate(text).cypherText()).isSameAs(text);
          assertThat(translator.translate(construct).isPlain()).isFalse();
          String again = new String(text.toCharArray());
          assertThat(translator.translate(again).cypherText()).isSameAs(again);
        }
      }
    }
  }

  @Test
  void holdsNoPlainTextInMemory() {
    String text = "ALTER CURRENT USER SET PASSWORD FROM 'old' TO '" + "x".repeat(100) + "'";
    WeakReference<String> seen = new WeakReference<>(text);
    assertThat(translator.translate(text).isPlain()).isTrue();
    text = null;
    System.gc();
    assertThat(seen.get()).isNull();
  }
}
