/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pandagraph.cypherplus.testing.Neo4jParser;
import org.pandagraph.cypherplus.testing.Statements;

class ConformanceTest {
  private final CypherPlusTranslator translator = CypherPlusTranslator.create();

  static List<String> queries() {
    return Statements.conformance();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void translatesToWhatNeo4jParses(String query) {
    Translation translation = translator.translate(query);
    assertThat(Neo4jParser.complaint(translation.cypherText()))
        .as(translation.cypherText())
        .isNull();
    assertThat(translation.isPlain()).isEqualTo(Neo4jParser.complaint(query) == null);
  }

  @Test
  void writesCallsAsThePackageSays() {
    assertThat(cypher("RETURN n.photo -> width AS w"))
        .isEqualTo("RETURN panda.internal.property(n.photo , {`->width`: 15})  AS w");
    assertThat(cypher("RETURN x ~:jaro/$t y AS r"))
        .isEqualTo("RETURN panda.internal.like(x , y, {`~:jaro/$t`: 9}, $t) AS r");
    assertThat(cypher("RETURN <FILE:/a.png> :: 'b' > 0.6"))
        .isEqualTo(
            "RETURN panda.internal.compare(panda.internal.literal('FILE:/a.png', 7) , 'b', {`::`: 21})"
                + " > 0.6 AS `<FILE:/a.png> :: 'b' > 0.6`");
  }

  private String cypher(String text) {
    return translator.translate(text).cypherText();
  }
}
