/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pandagraph.servers.FaultyProxy;

/** Neo4j with a co-store whose server says that it is busy, to everything or to parts of it. */
@Timeout(300)
class CoStoreAnswersTest {
  private static final String BUSY =
      "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"}}";

  private static FaultyProxy proxy;
  private static CoStoreDbms neo4j;

  @BeforeAll
  static void start() throws IOException {
    proxy = new FaultyProxy(SharedElasticsearch.url());
    neo4j = FaultScenario.start(proxy.url());
  }

  @AfterAll
  static void stop() {
    neo4j.close();
    proxy.close();
  }

  @AfterEach
  void mend() {
    proxy.faults(request -> Optional.empty());
    proxy.answers(body -> body);
  }

  /** Transactions that a statement opens itself do as the one it began in was told. */
  @Test
  void metadataHoldInTransactionsWithinAStatement() {
    String query =
        "UNWIND [1] AS i CALL { WITH i MATCH (f:Fixed) WHERE f.n >= 10 RETURN f.n AS n }"
            + " IN TRANSACTIONS RETURN n";
    long before = neo4j.seeks();
    assertThat(neo4j.rows(query)).hasSize(11);
    long after = neo4j.seeks();
    assertThat(after).isGreaterThan(before);
    assertThat(neo4j.natively(query)).hasSize(11);
    assertThat(neo4j.seeks()).isEqualTo(after);
  }

  @Test
  void busyForEverything() throws Exception {
    FaultScenario.run(
        neo4j,
        "429",
        () -> proxy.faults(request -> Optional.of(new FaultyProxy.Answer(429, BUSY))),
        this::mend);
  }

  @Test
  void notReady() throws Exception {
    FaultScenario.run(
        neo4j,
        "503",
        () -> proxy.faults(request -> Optional.of(new FaultyProxy.Answer(503, "<html>"))),
        this::mend);
  }

  /** Every other state of each request is refused, where it has at least two. */
  @Test
  void halfOfEachBulkIsRefused() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    FaultScenario.run(
        neo4j,
        "refused for the test",
        () -> proxy.answers(body -> refuseHalf(body, refused)),
        this::mend);
    assertThat(refused.get()).isPositive();
  }

  /** What was taken over stays so: the server has it, and its answer says that it has not. */
  private static String refuseHalf(String body, AtomicInteger refused) {
    if (!body.startsWith("{\"errors\":false,\"items\":")) {
      return body;
    }
    String item = "{\"index\":{\"status\":200}}";
    int items = body.split("\"status\"", -1).length - 1;
    StringBuilder half = new StringBuilder("{\"errors\":true,\"items\":[");
    for (int i = 0; i < items; i++) {
      boolean refuse = i % 2 == 0;
      refused.addAndGet(refuse ? 1 : 0);
      half.append(i == 0 ? "" : ",")
          .append(
              refuse
                  ? "{\"index\":{\"status\":429,\"error\":{\"type\":\"es_rejected_execution_exception\","
                      + "\"reason\":\"refused for the test\"}}}"
                  : item);
    }
    return half + "]}";
  }
}
