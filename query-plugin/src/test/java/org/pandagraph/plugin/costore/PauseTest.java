/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;

/** A co-store that is sent nothing for a while. */
class PauseTest {
  private static final String COUNT = "MATCH (p:Paper) WHERE p.year > 2000 RETURN count(p) AS n";

  private static Object state(CoStoreDbms neo4j) {
    return neo4j.status().get("state");
  }

  @Test
  void aPauseLastsOverRestartsUntilItIsEnded() {
    CoStoreDbms neo4j = CoStoreDbms.start();
    neo4j.rows("UNWIND range(1, 10) AS i CREATE (:Paper {year: 2000 + i})");
    neo4j.awaitLive();
    Object position = neo4j.status().get("position");
    neo4j.rows("CALL panda.costore.pause()");
    neo4j.rows("CREATE (:Paper {year: 2011})");
    CoStoreDbms paused = neo4j;
    neo4j.until("it is paused", () -> state(paused).equals("PAUSED"));
    assertThat(neo4j.rows(COUNT)).containsExactly(Map.of("n", 11L));
    assertThat(neo4j.status()).containsEntry("position", position);

    CoStoreDbms still = neo4j.restart();
    still.until("it is paused", () -> state(still).equals("PAUSED"));
    still.rows("CREATE (:Paper {year: 2012})");
    assertThat(still.rows(COUNT)).containsExactly(Map.of("n", 12L));
    assertThat(still.seeks()).isZero();
    assertThat(still.status()).containsEntry("state", "PAUSED").containsEntry("position", 0L);
    still.rows("CALL panda.costore.resume()");
    still.awaitLive().assertPushedAndSame(COUNT);

    try (CoStoreDbms resumed = still.restart()) {
      resumed.awaitLive().assertPushedAndSame(COUNT);
      assertThat(resumed.rows(COUNT)).containsExactly(Map.of("n", 12L));
    }
  }

  @Test
  void statementsThatWerePlannedWithoutItsIndexesArePlannedAnewOnceItIsFilled() {
    try (CoStoreDbms neo4j = CoStoreDbms.start()) {
      neo4j.rows("UNWIND range(1, 1000) AS i CREATE (:Paper {year: i})");
      neo4j.awaitLive().rows("CALL panda.costore.pause()");
      neo4j.until("it is paused", () -> state(neo4j).equals("PAUSED"));
      ElasticsearchAdmin admin = new ElasticsearchAdmin(SharedElasticsearch.url());
      admin.indexes(neo4j.prefix()).forEach(name -> admin.send("DELETE", "/" + name, null));
      String query = "MATCH (p:Paper) WHERE p.year = 7 RETURN p";
      assertThat(expectedRows(neo4j, query)).isGreaterThan(1);

      neo4j.rows("CALL panda.costore.resume()");
      neo4j.rows("CREATE (:Other)");

      neo4j.until("it is planned with what is there", () -> expectedRows(neo4j, query) == 1);
    }
  }

  private static double expectedRows(CoStoreDbms neo4j, String query) {
    try (Session session = neo4j.dbms().session()) {
      Plan plan = session.run("EXPLAIN " + query).consume().plan();
      return plan.arguments().get("EstimatedRows").asDouble();
    }
  }
}
