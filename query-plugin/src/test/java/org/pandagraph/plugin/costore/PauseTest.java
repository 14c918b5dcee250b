/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
