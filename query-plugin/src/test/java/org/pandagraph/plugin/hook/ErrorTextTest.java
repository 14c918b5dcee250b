/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Transaction;
import org.pandagraph.plugin.RunningDbms;

/** Golden: each error's whole text and code, the same over Bolt and embedded. */
class ErrorTextTest {
  private static RunningDbms neo4j;

  @BeforeAll
  static void start() {
    neo4j = RunningDbms.shared();
    neo4j.rows("CREATE (:Person {name: 'Tom', photo: <base64://aGVsbG8=>})");
  }

  static Arguments[] errors() {
    return new Arguments[] {
      error(
          "MATCH (n:Person) RETURN n.photo->length AS p, nope",
          "Neo.ClientError.Statement.SyntaxError",
          """
          Variable `nope` not defined (line 1, column 47 (offset: 46))
          "MATCH (n:Person) RETURN n.photo->length AS p, nope"
                                                         ^"""),
      error(
          "CYPHER runtime=interpreted\nMATCH (n:Person)\nRETURN n.photo->length AS p,\n  nope + 1",
          "Neo.ClientError.Statement.SyntaxError",
          """
          Variable `nope` not defined (line 4, column 3 (offset: 75))
          "  nope + 1"
             ^"""),
      error(
          "MATCH (n:Person) RETURN m.photo->length AS p",
          "Neo.ClientError.Statement.SyntaxError",
          """
          Variable `m` not defined (line 1, column 25 (offset: 24))
          "MATCH (n:Person) RETURN m.photo->length AS p"
                                   ^"""),
      error(
          "MATCH (n:Person) RETURN n.photo->length AS p, 1 + true",
          "Neo.ClientError.Statement.SyntaxError",
          """
          Type mismatch: expected Float, Integer, String or List<T> but was Boolean (line 1, column 51 (offset: 50))
          "MATCH (n:Person) RETURN n.photo->length AS p, 1 + true"
                                                             ^"""),
      error(
          "MATCH (n:Person) RETURN n.photo->length AS p, nofun(n.name :: 'a')",
          "Neo.ClientError.Statement.SyntaxError",
          """
          Unknown function 'nofun' (line 1, column 47 (offset: 46))
          "MATCH (n:Person) RETURN n.photo->length AS p, nofun(n.name :: 'a')"
                                                         ^"""),
      error(
          "MATCH (n:Person) RETURN n.photo->length AS p UNION MATCH (n) RETURN n.name :: 'a' AS q",
          "Neo.ClientError.Statement.SyntaxError",
          """
          All sub queries in an UNION must have the same return column names (line 1, column 46 (offset: 45))
          "MATCH (n:Person) RETURN n.photo->length AS p UNION MATCH (n) RETURN n.name :: 'a' AS q"
                                                        ^"""),
      error(
          "MATCH (n:Person) RETURN n.photo->length AS p, 1 / 0 AS q",
          "Neo.ClientError.Statement.ArithmeticError",
          "/ by zero"),
      error(
          "MATCH (n:Person) WHERE n.name :: $who > 0.1 RETURN n",
          "Neo.ClientError.Statement.ParameterMissing",
          "Expected parameter(s): who"),
      error(
          "CYPHER planner=foo RETURN 'a' :: 'b'",
          "Neo.ClientError.Statement.ArgumentError",
          "foo is not a valid option for planner. Valid options are: cost, idp, dp"),
      error("MATCH (n:Person)\nRETURN n.name->length", "Neo.ClientError.Statement.TypeError", null),
      error("RETURN 'a' ~:1.5 'b' AS r", "Neo.ClientError.Statement.SyntaxError", null),
      error("RETURN 'a' ~: AS r", "Neo.ClientError.Statement.SyntaxError", null),
      error(
          "MATCH (n:Person) RETURN n.photo->faces AS f",
          "Neo.TransientError.Statement.RemoteExecutionTransientError",
          null),
    };
  }

  private static Arguments error(String query, String code, String message) {
    return Arguments.of(query, code, message);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void overBolt(String query, String code, String message) {
    Neo4jException error = catchThrowableOfType(Neo4jException.class, () -> neo4j.rows(query));
    assertThat(error.code()).isEqualTo(code);
    expectText(error.getMessage(), message, query);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void embedded(String query, String code, String message) {
    QueryExecutionException error =
        catchThrowableOfType(
            QueryExecutionException.class,
            () -> {
              try (Transaction tx = neo4j.database().beginTx()) {
                tx.execute(query).resultAsString();
              }
            });
    assertThat(error.getStatusCode()).isEqualTo(code);
    expectText(error.getMessage(), message, query);
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause.getMessage())).doesNotContain("panda.internal");
    }
  }

  /** Where the wording is another module's, at least the place, the line and the caret. */
  private static void expectText(String text, String message, String query) {
    assertThat(text).doesNotContain("panda.internal").doesNotContain("Failed to invoke");
    if (message != null) {
      assertThat(text).isEqualTo(message);
    } else {
      String[] lines = text.split("\n");
      assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
      assertThat(lines[lines.length - 3])
          .matches(".*\\(line \\d+, column \\d+ \\(offset: \\d+\\)\\)");
      assertThat(query)
          .contains(lines[lines.length - 2].substring(1, lines[lines.length - 2].length() - 1));
      assertThat(lines[lines.length - 1]).matches(" *\\^");
    }
  }
}
