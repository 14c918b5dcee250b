/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.RecognitionException;
import org.junit.jupiter.api.Test;
import org.pandagraph.cypherplus.testing.Neo4jParser;
import org.pandagraph.cypherplus.testing.Statements;

/** Whatever Neo4j 4.4.48 parses, the grammar parses, and the translator leaves it alone. */
class GrammarCompletenessTest {
  private final StatementParser parser = new StatementParser();
  private final CypherPlusTranslator translator = CypherPlusTranslator.create();

  @Test
  void corpusIsCypher() {
    List<String> refused = new ArrayList<>();
    for (String statement : Statements.corpus()) {
      String complaint = Neo4jParser.complaint(statement);
      if (complaint != null) {
        refused.add(statement + "\n    " + complaint);
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void parsesTheCorpus() {
    assertThat(Statements.corpus()).hasSizeGreaterThan(300);
    parsesAll(Statements.corpus());
  }

  @Test
  void parsesTheTck() {
    List<String> queries = Statements.tck();
    assumeFalse(queries.isEmpty(), "no TCK queries in " + Statements.shared());
    assertThat(queries).hasSizeGreaterThan(2_000);
    parsesAll(queries);
  }

  @Test
  void parsesLdbc() {
    List<String> queries = Statements.ldbc();
    assumeFalse(queries.isEmpty(), "no LDBC queries in " + Statements.shared());
    parsesAll(queries);
  }

  private void parsesAll(List<String> statements) {
    List<String> refused = new ArrayList<>();
    for (String statement : statements) {
      Tokens tokens = TokenReader.read(EscapedText.of(statement));
      try {
        parser.parse(tokens);
      } catch (RecognitionException e) {
        refused.add(new SyntaxErrors(tokens, statement).of(e).getMessage());
      }
      assertThat(translator.translate(statement).cypherText()).isSameAs(statement);
    }
    assertThat(refused).isEmpty();
  }
}
