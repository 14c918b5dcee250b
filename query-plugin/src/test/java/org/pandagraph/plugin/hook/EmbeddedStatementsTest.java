/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Notification;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.pandagraph.plugin.RunningDbms;

/** The embedded API, which never meets Fabric. */
class EmbeddedStatementsTest {
  private static RunningDbms neo4j;

  @BeforeAll
  static void start() {
    neo4j = RunningDbms.shared();
  }

  @Test
  void resultsAndColumns() {
    try (Transaction tx = neo4j.database().beginTx()) {
      Result result = tx.execute("RETURN <base64://aGk=>->length, 1 AS one");
      assertThat(result.columns()).containsExactly("<base64://aGk=>->length", "one");
      assertThat(result.next()).isEqualTo(Map.of("<base64://aGk=>->length", 2L, "one", 1L));
    }
  }

  @Test
  void outsideATransactionToo() {
    assertThat(
            neo4j
                .database()
                .<Object>executeTransactionally(
                    "RETURN 'a' :: $p AS x", Map.of("p", "a"), result -> result.next().get("x")))
        .isEqualTo(1.0);
  }

  @Test
  void periodicCommitIsRecognised() {
    assertThatThrownBy(
            () -> {
              try (Transaction tx = neo4j.database().beginTx()) {
                tx.execute(
                        "USING PERIODIC COMMIT LOAD CSV FROM 'file:///no.csv' AS l"
                            + " CREATE ({x: l[0] :: 'a'})")
                    .close();
              }
            })
        .isInstanceOf(QueryExecutionException.class)
        .hasMessageContaining("periodic commit in an open transaction");
  }

  @Test
  void plansAndNotificationsSpeakCypherPlus() {
    try (Transaction tx = neo4j.database().beginTx()) {
      Result result =
          tx.execute("EXPLAIN MATCH (a:A), (b:Missing)\nWHERE a.x->width = 5\nRETURN a, b");
      assertThat(result.getExecutionPlanDescription().toString())
          .contains("a.x->width = ")
          .doesNotContain("internal");
      List<String> positions =
          java.util.stream.StreamSupport.stream(result.getNotifications().spliterator(), false)
              .map(Notification::getPosition)
              .map(Object::toString)
              .toList();
      assertThat(positions)
          .contains(
              "InputPosition{offset=24, line=1, column=25}",
              "InputPosition{offset=41, line=2, column=9}");
    }
  }

  @Test
  void plainStatementsKeepNeo4jsOwnPlan() {
    try (Transaction tx = neo4j.database().beginTx()) {
      assertThat(tx.execute("EXPLAIN RETURN 1").getExecutionPlanDescription())
          .isNotInstanceOf(UserTextPlan.class);
    }
  }
}
