/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;
import org.pandagraph.aipm.client.AipmClient;
import org.pandagraph.aipm.client.AipmClientConfig;
import org.pandagraph.aipm.client.HttpAipmClient;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.source.BlobSources;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
import org.pandagraph.plugin.testing.EmbeddedNeo4j;
import org.pandagraph.plugin.testing.FakeAipm;
import org.pandagraph.plugin.testing.MemoryBlobStore;

/** What only a running query shows: how often a literal is read, and what a failure looks like. */
class EmbeddedQueriesTest {
  @TempDir Path home;

  /** Counts what is read; the content is the URI and the number of the reading. */
  private final AtomicInteger readings = new AtomicInteger();

  private final BlobSources sources =
      (uri, into) ->
          into.store(
              ("GIF89a faces=1 " + uri + " " + readings.incrementAndGet())
                  .getBytes(StandardCharsets.UTF_8));

  private final BlobStore store = new MemoryBlobStore();

  @Test
  void aLiteralIsReadOnceInAQuery() throws Exception {
    try (EmbeddedNeo4j neo4j = start(new FakeAipm())) {
      assertThat(
              neo4j.value(
                  "UNWIND range(1, 1000) AS i RETURN count(DISTINCT <file://a.png>->digest)"))
          .isEqualTo(1L);
      assertThat(readings).hasValue(1);

      assertThat(
              neo4j.value(
                  """
                  UNWIND range(1, 50) AS i
                  CALL { WITH i RETURN <file://a.png> AS x, Blob.fromFile('a.png') AS y }
                  CALL { RETURN <file://a.png> AS z }
                  RETURN count(DISTINCT x) + count(DISTINCT y) + count(DISTINCT z)
                  """))
          .isEqualTo(3L);
      assertThat(readings).as("the next query reads anew, the function for itself").hasValue(3);

      try (Transaction tx = neo4j.db().beginTx()) {
        tx.execute(neo4j.cypher("RETURN <file://a.png>")).close();
        tx.execute(neo4j.cypher("UNWIND [1, 2] AS i RETURN <file://a.png>")).resultAsString();
        tx.execute(neo4j.cypher("UNWIND [1, 2] AS i RETURN <file://a.png>")).resultAsString();
      }
      assertThat(readings).as("also in one transaction").hasValueBetween(5, 6);

      int before = readings.get();
      neo4j
          .db()
          .executeTransactionally(
              neo4j.cypher(
                  """
                  UNWIND range(1, 20) AS i
                  CALL { WITH i CREATE (:T {photo: <file://a.png>}) } IN TRANSACTIONS OF 3 ROWS
                  """));
      assertThat(readings.get() - before).as("over all inner transactions").isEqualTo(1);
      assertThat(neo4j.value("MATCH (t:T) RETURN count(DISTINCT t.photo)")).isEqualTo(1L);
    }
  }

  @Test
  void everyQueryOfManyThreadsReadsForItself() throws Exception {
    try (EmbeddedNeo4j neo4j = start(new FakeAipm())) {
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        List<Future<Object>> results = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
          results.add(
              threads.submit(
                  () ->
                      neo4j.value(
                          "UNWIND range(1, 100) AS i RETURN count(DISTINCT <file://a.png>)")));
        }
        for (Future<Object> result : results) {
          assertThat(result.get()).isEqualTo(1L);
        }
      } finally {
        threads.shutdown();
      }
      assertThat(readings).hasValue(8);
    }
  }

  @Test
  void errorsKnowWhereTheOperatorStands() throws Exception {
    try (EmbeddedNeo4j neo4j = start(new FakeAipm())) {
      CypherPlusError error = failure(neo4j, "UNWIND [1] AS x RETURN x :: 2 AS r", Map.of());
      assertThat(error.code()).isEqualTo(PluginErrorCode.NO_COMPARATOR);
      assertThat(error.offset()).isEqualTo("UNWIND [1] AS x RETURN x ".length());
      error = failure(neo4j, "RETURN <file://a.png> ->widht AS r", Map.of());
      assertThat(error.code()).isEqualTo(PluginErrorCode.UNKNOWN_SUB_PROPERTY);
      assertThat(error.offset()).isEqualTo("RETURN <file://a.png> ".length());
      error = failure(neo4j, "RETURN 'a' ~:jaro/$t 'b' AS r", Map.of("t", 1.5));
      assertThat(error.code()).isEqualTo(PluginErrorCode.BAD_THRESHOLD);
      assertThat(neo4j.value("RETURN 'a' ~:jaro/$t 'a' AS r", Map.of("t", 1))).isEqualTo(true);
    }
  }

  @Test
  void anAipmServiceThatIsDown() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port;
    try (AipmClient client = client(url);
        EmbeddedNeo4j neo4j = start(client, url)) {
      neo4j.rows("CREATE (:N {photo: <file://a.png>}), (:N {photo: <file://b.png>})", Map.of());
      String query = "MATCH (a:N), (b:N) WHERE a.photo ~: b.photo RETURN a, b";
      CypherPlusError error = failure(neo4j, query, Map.of());
      assertThat(error.code()).isEqualTo(PluginErrorCode.SERVICE_UNAVAILABLE);
      assertThat(error.getMessage()).contains(url);
      assertThat(
              neo4j.rows("MATCH (a:N), (b:N) WHERE a.photo ~:digest b.photo RETURN a, b", Map.of()))
          .hasSize(2);
      assertThat(neo4j.value("MATCH (n:N) RETURN collect(DISTINCT n.photo->mime)"))
          .isEqualTo(List.of("image/gif"));
      assertThat(neo4j.value("RETURN 'abc' ::jaro 'abcd' > 0.9")).isEqualTo(true);
    }
  }

  @Test
  void anAipmServiceThatAnswersGarbage() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          byte[] garbage = "<html>hello</html>".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, garbage.length);
          exchange.getResponseBody().write(garbage);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try (AipmClient client = client(url);
        EmbeddedNeo4j neo4j = start(client, url)) {
      CypherPlusError error = failure(neo4j, "RETURN <file://a.png>->width", Map.of());
      assertThat(error.code()).isEqualTo(PluginErrorCode.SERVICE_FAILED);
      assertThat(error.getMessage()).contains(url);
      assertThat(neo4j.value("RETURN <file://a.png>->mime2")).isEqualTo("gif");
    } finally {
      server.stop(0);
    }
  }

  private EmbeddedNeo4j start(AipmClient client) throws Exception {
    return start(client, FakeAipm.URL);
  }

  private EmbeddedNeo4j start(AipmClient client, String url) throws Exception {
    return new EmbeddedNeo4j(home, Map.of("panda.aipm.url", url), store, sources, client);
  }

  private static AipmClient client(String url) {
    return HttpAipmClient.create(
        AipmClientConfig.builder().url(URI.create(url)).timeout(Duration.ofSeconds(5)).build());
  }

  private static CypherPlusError failure(
      EmbeddedNeo4j neo4j, String statement, Map<String, Object> parameters) {
    Throwable thrown = catchThrowable(() -> neo4j.rows(statement, parameters));
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof CypherPlusError) {
        return (CypherPlusError) t;
      }
    }
    throw new AssertionError("no CypherPlus error", thrown);
  }
}
