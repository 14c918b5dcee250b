/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Notification;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.ProfiledPlan;
import org.neo4j.driver.summary.ResultSummary;
import org.pandagraph.plugin.RunningDbms;

/** EXPLAIN, PROFILE and notifications over Bolt. */
class PlanTextTest {
  private static RunningDbms neo4j;

  @BeforeAll
  static void start() {
    neo4j = RunningDbms.shared();
    neo4j.rows("UNWIND range(1, 3) AS i CREATE (:Author {name: 'p' + i, photo: <base64://aGk=>})");
  }

  private static ResultSummary run(String query) {
    try (Session session = neo4j.session()) {
      return session.run(query).consume();
    }
  }

  private static List<String> details(Plan plan) {
    List<String> details = new ArrayList<>();
    details.add(plan.operatorType() + " " + plan.arguments().get("Details").asString(""));
    plan.arguments().values().forEach(v -> assertThat(v.toString()).doesNotContain("internal"));
    plan.children().forEach(child -> details.addAll(details(child)));
    return details;
  }

  @Test
  void explainShowsCypherPlus() {
    ResultSummary summary =
        run(
            "EXPLAIN MATCH (n:Author) WHERE n.photo->length > 1 AND n.name ~:jaro/0.8 'p1' RETURN n");
    assertThat(details(summary.plan()))
        .containsExactly(
            "ProduceResults@neo4j n",
            "Filter@neo4j n.photo->length > $autoint_1 AND n.name ~:jaro/0.8 $autostring_2",
            "NodeByLabelScan@neo4j n:Author");
  }

  @Test
  void profileShowsCypherPlusAndCounts() {
    ResultSummary summary =
        run("PROFILE MATCH (n:Author) RETURN n.photo->length, n.name :: 'p2' AS s");
    assertThat(details(summary.profile())).contains("ProduceResults@neo4j `n.photo->length`, s");
    ProfiledPlan plan = summary.profile();
    assertThat(plan.records()).isEqualTo(3);
  }

  @Test
  void notificationsPointIntoTheUsersText() {
    ResultSummary summary =
        run("EXPLAIN MATCH (n:Author)\nWHERE n.photo->length = 2\nMATCH (m:Misspelt) RETURN n, m");
    List<String> found =
        summary.notifications().stream()
            .map(
                n ->
                    n.code().replaceAll(".*\\.", "")
                        + " "
                        + n.position().line()
                        + ":"
                        + n.position().column())
            .toList();
    assertThat(found).contains("UnknownLabelWarning 3:10");
    assertThat(summary.notifications())
        .extracting(Notification::description)
        .noneMatch(text -> text.contains("internal"));
  }
}
