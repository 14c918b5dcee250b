/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.summary.Notification;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.ResultSummary;

/** Everything that Neo4j says about a query speaks the text that the user typed. */
@Tag("user-text")
@ExtendWith(SharedServer.class)
class UserTextTest {
  private PandaServer server;

  @BeforeEach
  void server(SharedServer.Shared shared) {
    server = shared.server();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXPLAIN", "PROFILE"})
  void plansShowCypherPlus(String how) {
    try (Session session = server.driver().session()) {
      ResultSummary summary =
          session
              .run(how + " MATCH (n:Plan) WHERE n.name ~:jaro/0.8 'Tom' RETURN n.photo->width")
              .consume();
      String plan = text(summary.hasProfile() ? summary.profile() : summary.plan());

      assertThat(plan)
          .contains("n.name ~:jaro/0.8 ")
          .contains("n.photo->width")
          .doesNotContain("panda.internal");
    }
  }

  private static String text(Plan plan) {
    StringBuilder out = new StringBuilder(plan.operatorType()).append(plan.arguments());
    plan.children().forEach(child -> out.append('\n').append(text(child)));
    return out.toString();
  }

  @Test
  void runningQueriesAreListedAsTyped() {
    String query = "CALL dbms.listQueries() YIELD query RETURN query, 'a' ~:jaro 'a' AS same";

    assertThat(server.query(query))
        .anySatisfy(row -> assertThat(row.get(0).asString()).isEqualTo(query));
  }

  @Test
  void transactionsAreShownAsTyped() {
    String query =
        "SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery, 'a' ~:jaro 'a' AS same";

    assertThat(server.query(query))
        .anySatisfy(row -> assertThat(row.get(0).asString()).isEqualTo(query));
  }

  @Test
  void theSummaryHoldsTheTextAsTyped() {
    String query = "RETURN 'a' ~:jaro 'a' AS same";
    try (Session session = server.driver().session()) {
      assertThat(session.run(query).consume().query().text()).isEqualTo(query);
    }
  }

  @Test
  void anUnknownVariableIsShownWhereItStands() {
    ClientException error =
        catchThrowableOfType(
            ClientException.class,
            () -> server.query("MATCH (n:Plan)\nRETURN n.photo->width, 'a' ~:jaro 'b', nobody"));

    assertThat(error.code()).isEqualTo("Neo.ClientError.Statement.SyntaxError");
    assertThat(error.getMessage())
        .contains("Variable `nobody` not defined (line 2, column 40")
        .contains("RETURN n.photo->width, 'a' ~:jaro 'b', nobody")
        .doesNotContain("panda.internal");
  }

  @Test
  void aSyntaxErrorIsShownWhereItStands() {
    ClientException error =
        catchThrowableOfType(
            ClientException.class, () -> server.query("RETURN 'a' ~:jaro 'b',, 3"));

    assertThat(error.code()).isEqualTo("Neo.ClientError.Statement.SyntaxError");
    assertThat(error.getMessage())
        .contains("line 1, column 23")
        .contains("RETURN 'a' ~:jaro 'b',, 3");
  }

  @Test
  void notificationsPointIntoTheTextAsTyped() {
    String query = "EXPLAIN MATCH (a), (b) WHERE a.name ~:jaro b.name RETURN a, b";
    try (Session session = server.driver().session()) {
      List<Notification> notifications = session.run(query).consume().notifications();

      assertThat(notifications).isNotEmpty();
      assertThat(notifications)
          .allSatisfy(
              n -> {
                assertThat(n.description()).doesNotContain("panda.internal");
                assertThat(n.position().column()).isLessThanOrEqualTo(query.length());
              });
    }
  }

  @Test
  void everyKindOfTransactionAndSurroundingWorks() {
    try (Session session = server.driver().session()) {
      try (Transaction transaction = session.beginTransaction()) {
        assertThat(transaction.run("RETURN 'a' ~:jaro 'a'").single().get(0).asBoolean()).isTrue();
        transaction.commit();
      }
      boolean alike =
          session.readTransaction(
              tx -> tx.run("RETURN 'a' ~:jaro $b", Map.of("b", "b")).single().get(0).asBoolean());
      assertThat(alike).isFalse();
      for (String query :
          List.of(
              "CALL { RETURN 'a' ~:jaro 'a' AS same } RETURN same",
              "USE neo4j RETURN 'a' ~:jaro 'a' AS same",
              "CYPHER runtime=slotted RETURN 'a' ~:jaro 'a' AS same",
              "CYPHER planner=cost RETURN 'a' ~:jaro 'a' AS same",
              "UNWIND [1] AS i CALL { WITH i RETURN i AS j } RETURN 'a' ~:jaro 'a' AS same")) {
        assertThat(session.run(query).single().get("same").asBoolean()).as(query).isTrue();
      }
    }
  }

  @Test
  void theSystemDatabaseIsLeftAlone() {
    try (Session session = server.driver().session(SessionConfig.forDatabase("system"))) {
      assertThat(session.run("SHOW DATABASES YIELD name").list())
          .extracting(row -> row.get(0).asString())
          .contains("neo4j", "system");
    }
  }
}
