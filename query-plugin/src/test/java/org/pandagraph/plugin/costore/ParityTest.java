/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pandagraph.plugin.config.CoStoreSettings;

/** What somebody changes in Elasticsearch itself is found, and put right. */
class ParityTest {
  private static final String OLD =
      "MATCH (p:Paper) WHERE p.year < 2000 RETURN p.i AS i ORDER BY i";
  private static final ElasticsearchAdmin ADMIN = new ElasticsearchAdmin(SharedElasticsearch.url());

  private static CoStoreDbms neo4j;

  @BeforeAll
  static void start() {
    neo4j = CoStoreDbms.start();
  }

  @AfterAll
  static void stop() {
    neo4j.close();
  }

  @BeforeEach
  void graph() {
    fill(neo4j);
  }

  /** A hundred papers, ten of them old; the graph has gone on since they were written. */
  private static void fill(CoStoreDbms dbms) {
    dbms.rows("MATCH (n) DETACH DELETE n");
    dbms.rows("UNWIND range(0, 99) AS i CREATE (:Paper {i: i, year: 1990 + i})");
    dbms.awaitLive();
    for (int i = 0; i < 5; i++) {
      dbms.rows("CREATE (:Other)");
    }
    dbms.awaitLive();
  }

  private static long id(CoStoreDbms dbms, int paper) {
    return (Long)
        dbms.rows("MATCH (p:Paper {i: " + paper + "}) RETURN id(p) AS id").get(0).get("id");
  }

  private static void change(CoStoreDbms dbms, String method, String path, String body) {
    ADMIN.send(method, "/" + ADMIN.nodes(dbms.prefix()) + path + "?refresh=true", body);
  }

  private static String document(long id) {
    return "{\"id\":" + id + ",\"labels\":[\"Paper\"],\"digest\":1}";
  }

  /** One is deleted, one is changed, and one is there that is not in the graph. */
  private static Map<String, Long> damage(CoStoreDbms dbms) {
    long deleted = id(dbms, 1);
    long changed = id(dbms, 2);
    long added = 1_000_000;
    change(dbms, "DELETE", "/_doc/" + deleted, null);
    change(dbms, "PUT", "/_doc/" + changed, document(changed));
    change(dbms, "PUT", "/_doc/" + added, document(added));
    return Map.of("MISSING", deleted, "DIFFERENT", changed, "SURPLUS", added);
  }

  private static void assertRight(CoStoreDbms dbms) {
    dbms.assertPushedAndSame(OLD);
    assertThat(dbms.rows(OLD)).hasSize(10);
    assertThat(dbms.rows("CALL panda.costore.check()"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("kind", "OK"));
  }

  @Test
  void whatDiffersIsShownAndLeftWithoutRepair() {
    Map<String, Long> damaged = damage(neo4j);
    List<Map<String, Object>> rows = neo4j.rows("CALL panda.costore.check()");
    assertThat(rows).hasSize(4);
    damaged.forEach(
        (kind, id) ->
            assertThat(rows)
                .anySatisfy(
                    row ->
                        assertThat(row)
                            .containsEntry("kind", kind)
                            .containsEntry("entity", "NODE")
                            .containsEntry("id", id)));
    assertThat(rows.get(3)).containsEntry("kind", "FAILED");
    assertThat(neo4j.rows("CALL panda.costore.check({show: 1})")).hasSize(2);
    assertThat(neo4j.rows(OLD)).as("as damaged").hasSize(8);
    neo4j.rows("CALL panda.costore.check({repair: true})");
  }

  @Test
  void aRepairPutsRightWhatDiffers() {
    damage(neo4j);
    List<Map<String, Object>> rows = neo4j.rows("CALL panda.costore.check({repair: true})");
    assertThat(rows).hasSize(4);
    assertThat(rows.get(3)).containsEntry("kind", "REPAIRED");
    assertThat((Map<?, ?>) rows.get(3).get("figures"))
        .extracting("missing", "surplus", "different", "repaired", "unrepaired")
        .isEqualTo(List.of(1L, 1L, 1L, 3L, 0L));
    assertRight(neo4j);
  }

  /** Versions are transactions: a document of a later one takes nothing of ours. */
  @Test
  void whatIsAheadOfTheGraphIsRebuilt() {
    long changed = id(neo4j, 2);
    ADMIN.send(
        "PUT",
        "/"
            + ADMIN.nodes(neo4j.prefix())
            + "/_doc/"
            + changed
            + "?refresh=true&version=1000000&version_type=external",
        document(changed));
    List<Map<String, Object>> rows = neo4j.rows("CALL panda.costore.check({repair: true})");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).containsEntry("kind", "REBUILDING");
    neo4j.until("it is rebuilt", () -> counters().get("rebuilds").equals(2L));
    neo4j.awaitLive();
    assertRight(neo4j);
  }

  private static Map<?, ?> counters() {
    return (Map<?, ?>) neo4j.status().get("counters");
  }

  @Test
  void checksRunOnTheirScheduleAndRepair() {
    try (CoStoreDbms scheduled =
        CoStoreDbms.start(
            SharedElasticsearch.url(),
            settings ->
                settings.setConfig(
                    CoStoreSettings.costore_check_interval, Duration.ofMillis(500)))) {
      fill(scheduled);
      scheduled.until("a check has run", () -> check(scheduled) != null);
      damage(scheduled);
      scheduled.until("it is repaired", () -> scheduled.rows(OLD).size() == 10);
      scheduled.until("nothing differs", () -> check(scheduled).get("repaired").equals(0L));
      scheduled.assertPushedAndSame(OLD);
      Object started = check(scheduled).get("started");
      scheduled.until("another runs", () -> !check(scheduled).get("started").equals(started));
    }
  }

  private static Map<?, ?> check(CoStoreDbms dbms) {
    return (Map<?, ?>) dbms.status().get("lastCheck");
  }
}
