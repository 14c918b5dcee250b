/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pandagraph.cypherplus.ExpressionPositions.Position;
import org.pandagraph.cypherplus.testing.Neo4jParser;
import org.pandagraph.cypherplus.testing.Seeds;
import org.pandagraph.cypherplus.testing.Statements;

/** A construct put in the place of any expression translates to what Neo4j parses. */
class InjectionTest {
  private final CypherPlusTranslator translator = CypherPlusTranslator.create(0, 0);

  @Test
  void intoAllExpressionsOfTheCorpus() {
    Random random = Seeds.random();
    List<String> refused = new ArrayList<>();
    for (String statement : Statements.corpus()) {
      for (Position position : ExpressionPositions.of(statement)) {
        check(position.inject(statement, 0), refused);
        check(
            position.inject(statement, 1 + random.nextInt(ExpressionPositions.KINDS - 1)), refused);
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void intoRandomExpressionsOfTheTck() {
    List<String> queries = Statements.tck();
    assumeFalse(queries.isEmpty(), "no TCK queries in " + Statements.shared());
    Random random = Seeds.random();
    List<String> refused = new ArrayList<>();
    for (String query : queries) {
      // Some are refused by the parser already, as the scenario wants.
      List<Position> positions = ExpressionPositions.of(query);
      if (!positions.isEmpty() && Neo4jParser.complaint(query) == null) {
        Position position = positions.get(random.nextInt(positions.size()));
        check(position.inject(query, random.nextInt(ExpressionPositions.KINDS)), refused);
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void intoAllExpressionsOfLdbc() {
    List<String> queries = Statements.ldbc();
    assumeFalse(queries.isEmpty(), "no LDBC queries in " + Statements.shared());
    Random random = Seeds.random();
    List<String> refused = new ArrayList<>();
    for (String query : queries) {
      for (Position position : ExpressionPositions.of(query)) {
        check(position.inject(query, random.nextInt(ExpressionPositions.KINDS)), refused);
      }
    }
    assertThat(refused).isEmpty();
  }

  private void check(String text, List<String> refused) {
    try {
      Translation translation = translator.translate(text);
      String complaint = Neo4jParser.complaint(translation.cypherText());
      if (complaint != null) {
        refused.add(text + "\n" + translation.cypherText() + "\n    " + complaint);
      }
    } catch (CypherPlusSyntaxException e) {
      refused.add(text + "\n    " + e.getMessage());
    }
  }
}
