/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.summary.ResultSummary;
import org.pandagraph.plugin.RunningDbms;

/** CypherPlus in every place of Cypher that has a life of its own in Neo4j, over Bolt. */
class BoltStatementsTest {
  private static RunningDbms neo4j;

  @BeforeAll
  static void start() {
    neo4j = RunningDbms.shared();
  }

  @BeforeEach
  void twoPeople() {
    neo4j.rows("MATCH (n:Reader) DETACH DELETE n");
    neo4j.rows(
        """
        CREATE (:Reader {name: 'Tom Green', note: <base64://aGVsbG8=>}),
               (:Reader {name: 'T. Green', note: <base64://aGk=>})""");
  }

  @Test
  void columnsAreNamedAsTyped() {
    List<Map<String, Object>> rows =
        neo4j.rows("MATCH (n:Reader {name: 'Tom Green'}) RETURN n.note->length, 'a' :: 'a'");
    assertThat(rows).containsExactly(Map.of("n.note->length", 5L, "'a' :: 'a'", 1.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (n:Reader) RETURN n.note->length AS x ORDER BY x",
        "CYPHER 4.4 planner=dp MATCH (n:Reader) RETURN n.note->length AS x ORDER BY x",
        "CYPHER runtime=slotted MATCH (n:Reader) RETURN n.note->length AS x ORDER BY x",
        "USE neo4j MATCH (n:Reader) RETURN n.note->length AS x ORDER BY x",
        "MATCH (n:Reader) CALL { WITH n RETURN n.note->length AS x } RETURN x ORDER BY x",
        "UNWIND [2, 5] AS l MATCH (n:Reader) WHERE n.note->length = l RETURN l AS x",
        "MATCH (n:Reader) WITH n.note->length AS x ORDER BY x RETURN x",
        "MATCH (n:Reader) WITH collect(n) AS all UNWIND [n IN all | n.note->length] AS x"
            + " RETURN x ORDER BY x",
        "CALL { MATCH (n:Reader) WHERE n.name ~: 'T. Green' AND n.name STARTS WITH 'T.'"
            + " RETURN n.note->length AS x UNION MATCH (n:Reader) WHERE n.name = 'Tom Green'"
            + " RETURN n.note->length AS x } RETURN x ORDER BY x",
        "MATCH (n:Reader) WHERE EXISTS { MATCH (m:Reader) WHERE m.name :: n.name > 0.9 }"
            + " RETURN n.note->length AS x ORDER BY x",
        "/* -> */ MATCH (n:Reader) // ~: \n RETURN n.note -> length AS x ORDER BY x",
      })
  void everyPlaceOfAStatement(String query) {
    assertThat(neo4j.rows(query)).containsExactly(Map.of("x", 2L), Map.of("x", 5L));
  }

  @Test
  void parametersAreOperandsAndThresholds() {
    assertThat(
            neo4j.rows(
                "MATCH (n:Reader) WHERE n.name ~:jaro/$t $who RETURN count(*) AS c",
                Map.of("who", "Tom Green", "t", 1.0)))
        .containsExactly(Map.of("c", 1L));
  }

  @Test
  void explicitTransactionsSeeTheirOwnWrites() {
    try (Session session = neo4j.session()) {
      try (Transaction tx = session.beginTransaction()) {
        tx.run("CREATE (:Reader {name: 'Ann', note: <base64://YQ==>})").consume();
        assertThat(
                tx.run("MATCH (n:Reader {name: 'Ann'}) RETURN n.note->length AS l")
                    .single()
                    .get("l")
                    .asInt())
            .isEqualTo(1);
        tx.rollback();
      }
      assertThat(session.run("MATCH (n:Reader) RETURN n.note->length AS l").list()).hasSize(2);
    }
  }

  @Test
  void managedTransactionsWriteAndRead() {
    try (Session session = neo4j.session()) {
      session.writeTransaction(
          tx -> tx.run("MATCH (n:Reader) SET n.size = n.note->length").consume());
      List<Integer> sizes =
          session.readTransaction(
              tx ->
                  tx.run("MATCH (n:Reader) RETURN n.size AS s ORDER BY s")
                      .list(row -> row.get("s").asInt()));
      assertThat(sizes).containsExactly(2, 5);
    }
  }

  @Test
  void callInTransactions() {
    neo4j.rows(
        "MATCH (n:Reader) CALL { WITH n SET n.l = n.note->length } IN TRANSACTIONS OF 1 ROW");
    assertThat(neo4j.rows("MATCH (n:Reader) RETURN n.l AS l ORDER BY l"))
        .containsExactly(Map.of("l", 2L), Map.of("l", 5L));
  }

  @Test
  void periodicCommit() throws Exception {
    Files.writeString(neo4j.home().resolve("import/people.csv"), "Ann\nBob\n");
    neo4j.rows(
        """
        USING PERIODIC COMMIT 1 LOAD CSV FROM 'file:///people.csv' AS line
        CREATE (:Imported {name: line[0], like: line[0] ~: 'Bob'})""");
    assertThat(neo4j.rows("MATCH (n:Imported) RETURN n.name AS n, n.like AS l ORDER BY n"))
        .containsExactly(Map.of("n", "Ann", "l", false), Map.of("n", "Bob", "l", true));
  }

  @Test
  void listQueriesShowsWhatTheUserTyped() {
    String query = "CALL dbms.listQueries() YIELD query RETURN query, 'Tom' :: 'Tom' AS one";
    assertThat(neo4j.rows(query)).containsExactly(Map.of("query", query, "one", 1.0));
  }

  @Test
  void showTransactionsShowsWhatTheUserTyped() {
    String query = "UNWIND [1, 2] AS i RETURN i, <base64://aGk=>->length AS l";
    try (Session running = neo4j.session()) {
      Result open = running.run(query);
      assertThat(open.next().get("l").asInt()).isEqualTo(2);
      List<Map<String, Object>> shown =
          neo4j.rows("CALL dbms.listTransactions() YIELD currentQuery RETURN currentQuery");
      assertThat(shown).noneMatch(row -> row.get("currentQuery").toString().contains("internal"));
      open.consume();
    }
    assertThat(neo4j.rows("SHOW TRANSACTIONS YIELD currentQuery"))
        .containsExactly(Map.of("currentQuery", "SHOW TRANSACTIONS YIELD currentQuery"));
  }

  @Test
  void theSummaryHasTheUsersText() {
    try (Session session = neo4j.session()) {
      ResultSummary summary =
          session.run("CREATE (n:Thing {l: <base64://aGk=>->length}) RETURN n").consume();
      assertThat(summary.query().text())
          .isEqualTo("CREATE (n:Thing {l: <base64://aGk=>->length}) RETURN n");
      assertThat(summary.counters().nodesCreated()).isEqualTo(1);
    }
  }

  @Test
  void equalTranslationsOfDifferentTextsAreNotConfused() {
    assertThat(neo4j.rows("RETURN <base64://aGk=>->length").get(0))
        .containsOnlyKeys("<base64://aGk=>->length");
    assertThat(neo4j.rows("RETURN <base64://aGk=> ->length").get(0))
        .containsOnlyKeys("<base64://aGk=> ->length");
    assertThat(neo4j.rows("RETURN  <base64://aGk=>->length").get(0))
        .containsOnlyKeys("<base64://aGk=>->length");
  }

  @Test
  void theSystemDatabaseWorksAsEver() {
    try (Session system = neo4j.driver().session(SessionConfig.forDatabase("system"))) {
      assertThat(system.run("SHOW DATABASES YIELD name").list(row -> row.get("name").asString()))
          .containsExactlyInAnyOrder("neo4j", "system");
    }
  }
}
