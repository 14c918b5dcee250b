/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.pandagraph.plugin.config.CoStoreSettings;

/**
 * What has to hold of every fault: answers are right all the while, commits go on, the status names
 * the fault, and afterwards all that was committed is found by the co-store again.
 */
final class FaultScenario {
  private static final String COUNTRY =
      "MATCH (p:Paper) WHERE p.country = 'Malta' RETURN count(*) AS n, sum(p.i) AS sum";
  private static final String FIXED =
      "MATCH (f:Fixed) WHERE f.n >= 10 WITH f.n AS n ORDER BY n RETURN collect(n) AS all";
  private static final int COMMITS = 5;

  private final CoStoreDbms neo4j;

  private FaultScenario(CoStoreDbms neo4j) {
    this.neo4j = neo4j;
  }

  /** A graph that the co-store shows, with timeouts that are short. */
  static CoStoreDbms start(String url) {
    CoStoreDbms neo4j =
        CoStoreDbms.start(
            url,
            settings ->
                settings
                    .setConfig(CoStoreSettings.costore_connect_timeout, Duration.ofMillis(500))
                    .setConfig(CoStoreSettings.costore_request_timeout, Duration.ofSeconds(1))
                    .setConfig(CoStoreSettings.costore_bulk_timeout, Duration.ofSeconds(2)));
    neo4j.rows("UNWIND range(1, 20) AS i CREATE (:Fixed {n: i})");
    neo4j.rows("UNWIND range(1, 50) AS i CREATE (:Paper {i: i, country: 'Iceland'})");
    return neo4j.awaitLive();
  }

  /**
   * Runs it.
   *
   * @param named what the status has to say at last, a regular expression
   */
  static void run(CoStoreDbms neo4j, String named, Runnable fault, Runnable mend) throws Exception {
    FaultScenario scenario = new FaultScenario(neo4j);
    neo4j.rows("MATCH (p:Paper) SET p.country = 'Iceland'");
    neo4j.awaitLive();
    scenario.awaitPushed();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> scenario.read(over));
    boolean mended = false;
    try {
      fault.run();
      scenario.commit(1);
      scenario.awaitNamed(named);
      scenario.commit(1 + COMMITS);
      mend.run();
      mended = true;
      neo4j.awaitLive();
    } finally {
      over.set(true);
      if (!mended) {
        mend.run();
      }
    }
    assertThat(reader.get()).as("queries meanwhile").isPositive();
    scenario.awaitPushed();
    neo4j.assertPushedAndSame(COUNTRY);
    assertThat(neo4j.rows("CALL panda.costore.check()"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("kind", "OK"));
  }

  private int read(AtomicBoolean over) {
    int queries = 0;
    while (!over.get()) {
      assertThat(neo4j.rows(FIXED).toString())
          .contains("[10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]");
      queries++;
    }
    return queries;
  }

  /** Makes some papers Maltese, the first ones of them before, and looks at all after each. */
  private void commit(int first) {
    for (long i = first; i < first + COMMITS; i++) {
      neo4j.rows("MATCH (p:Paper {i: " + i + "}) SET p.country = 'Malta'");
      assertThat(neo4j.rows(COUNTRY)).containsExactly(Map.of("n", i, "sum", i * (i + 1) / 2));
    }
  }

  private void awaitNamed(String named) {
    Pattern told = Pattern.compile(named);
    neo4j.until(
        "the status names " + named,
        () -> {
          Map<String, Object> status = neo4j.status();
          return told.matcher(status.get("store") + " " + status.get("lastError")).find();
        });
  }

  /** After a failure the co-store is left alone for a while. */
  private void awaitPushed() {
    neo4j.until(
        "the co-store is asked",
        () -> {
          long before = neo4j.seeks();
          neo4j.rows(COUNTRY);
          return neo4j.seeks() > before;
        });
  }
}
