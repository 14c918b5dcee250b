/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pandagraph.cypherplus.testing.Statements;

class SyntaxErrorsTest {
  private final CypherPlusTranslator translator = CypherPlusTranslator.create();

  static List<String> errors() {
    return Statements.lines("errors.txt");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void saysWhatIsWrongAndWhere(String line) {
    String[] expected = line.split(" \\| ", 4);
    CypherPlusSyntaxException e =
        catchThrowableOfType(
            CypherPlusSyntaxException.class, () -> translator.translate(expected[2]));
    assertThat(e).as(expected[2]).isNotNull();
    assertThat(e.code() + " | " + e.offset() + " | " + expected[2] + " | " + e.problem())
        .isEqualTo(line);
  }

  @Test
  void pointsAtLineAndColumn() {
    assertThatThrownBy(() -> translator.translate("MATCH (n)\n  WHERE n.photo ~:1.5 $p\nRETURN n"))
        .hasMessage(
            """
            Invalid threshold 1.5: expected a number from 0 to 1 (line 2, column 17 (offset: 26))
            "  WHERE n.photo ~:1.5 $p"
                             ^""");
  }

  @Test
  void leavesErrorsOfPlainCypherToNeo4j() {
    for (String text :
        List.of(
            "MATCH (a)-[r]->b RETURN b",
            "MATCH (a)-->b RETURN b",
            "MATCH (a)->(b) RETURN b",
            "RETRUN 1",
            "RETURN 'a ~: b",
            "RETURN x =~:y",
            "RETURN '\\u00zz' // a::b",
            "")) {
      assertThat(translator.translate(text).cypherText()).isSameAs(text);
    }
  }
}
