/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pandagraph.plugin.config.CoStoreSettings;
import org.pandagraph.servers.ElasticsearchServer;
import org.pandagraph.servers.FaultyProxy;

/** A database that stops while its co-store does not answer. */
@Timeout(300)
class StoppingTest {
  private static final String FEED = "panda-feed-neo4j-costore";

  /** One that would wait for a bulk request as good as forever. */
  private static CoStoreDbms patient(String url) {
    return CoStoreDbms.start(
        url,
        settings ->
            settings.setConfig(CoStoreSettings.costore_bulk_timeout, Duration.ofMinutes(10)));
  }

  /** Without an end to the request, Neo4j would leave the thread behind, in it for minutes. */
  @Test
  void aRequestThatHangsEndsWithTheDatabase() throws InterruptedException {
    try (ElasticsearchServer server = ElasticsearchServer.start()) {
      CoStoreDbms neo4j = patient(server.url());
      neo4j.rows("CREATE (:Paper {year: 2001})");
      neo4j.awaitLive();
      Thread feed = feed().orElseThrow();
      server.pause();
      try {
        neo4j.rows("CREATE (:Paper {year: 2002})");
        while (!isInRequest(feed)) {
          Thread.sleep(10);
        }
        neo4j.close();
        assertThat(feed.isAlive()).isFalse();
      } finally {
        server.resume();
      }
    }
  }

  /** The old indexes are whole, the new ones are not: it begins again with the next start. */
  @Test
  void aRebuildThatHangsEndsWithTheDatabase() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch mended = new CountDownLatch(1);
    try (FaultyProxy proxy = new FaultyProxy(SharedElasticsearch.url())) {
      CoStoreDbms first = patient(proxy.url());
      first.rows("UNWIND range(1, 100) AS i CREATE (:Paper {year: i})");
      first.awaitLive();
      proxy.faults(
          request -> {
            if (request.startsWith("POST /_bulk") && request.contains("-building")) {
              hangs.countDown();
              awaitOrGiveUp(mended);
            }
            return Optional.empty();
          });
      first.rows("CALL panda.costore.rebuild()");
      hangs.await();
      Thread feed = feed().orElseThrow();
      first.dbms().stop();
      assertThat(feed.isAlive()).isFalse();

      mended.countDown();
      try (CoStoreDbms second = first.startIn(first.dbms().home())) {
        second.awaitLive();
        assertThat(second.rows("CALL panda.costore.check()"))
            .extracting(row -> row.get("kind"))
            .containsExactly("OK");
        second.assertPushedAndSame("MATCH (p:Paper) WHERE p.year > 90 RETURN p.year");
      }
    } finally {
      mended.countDown();
    }
  }

  private static void awaitOrGiveUp(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsAppliedIsInTheCheckpointAfterAStopInOrder() {
    CoStoreDbms first = CoStoreDbms.start();
    first.rows("UNWIND range(1, 10) AS i CREATE (:Paper {year: i})");
    first.awaitLive();
    first.rows("CREATE (:Paper {year: 11})");
    Object closed = first.awaitLive().status().get("lastClosed");
    try (CoStoreDbms second = first.restart()) {
      Map<String, Object> status = second.awaitLive().status();
      assertThat(status).containsEntry("position", closed);
      assertThat((Map<?, ?>) status.get("counters"))
          .extracting("applied", "rebuilds")
          .isEqualTo(List.of(0L, 0L));
    }
  }

  private static Optional<Thread> feed() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(FEED))
        .findAny();
  }

  private static boolean isInRequest(Thread thread) {
    return List.of(thread.getStackTrace()).stream()
        .anyMatch(frame -> frame.getClassName().endsWith("Requests$Pending"));
  }
}
