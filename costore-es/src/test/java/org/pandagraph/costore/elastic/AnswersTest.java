/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreHealth;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.contract.CoStoreTestCase;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.servers.FaultyProxy;
import org.pandagraph.servers.FaultyProxy.Answer;

/** Answers of a server that is busy or half of it gone: a real one behind a proxy that says so. */
class AnswersTest extends CoStoreTestCase {
  private static final Exists ANY_X = new Exists("x");

  private FaultyProxy proxy;

  @Override
  protected CoStore openStore() throws Exception {
    proxy = new FaultyProxy(RealElasticsearch.server().url());
    String database = RealElasticsearch.config().build().database();
    return ElasticsearchCoStore.open(
        ElasticsearchConfig.builder(proxy.url(), database)
            .replicas(0)
            .retryDelay(Duration.ofMillis(2))
            .build());
  }

  @BeforeEach
  void fill() {
    build(node(1, 1, Map.of("x", 1L)));
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @ParameterizedTest
  @CsvSource({
    "429, es_rejected_execution_exception, OVERLOADED",
    "503, unavailable_shards_exception, OVERLOADED",
    "502, '', OVERLOADED",
    "504, '', OVERLOADED",
    "401, security_exception, NOT_AUTHORISED",
    "403, security_exception, NOT_AUTHORISED",
    "403, cluster_block_exception, READ_ONLY",
    "429, cluster_block_exception, READ_ONLY",
    "503, cluster_block_exception, OVERLOADED",
    "404, index_not_found_exception, INDEX_GONE",
    "400, parsing_exception, UNEXPECTED_ANSWER",
    "500, null_pointer_exception, UNEXPECTED_ANSWER"
  })
  void eachErrorHasItsCode(int status, String type, CoStoreErrorCode code) {
    proxy.faults(
        request ->
            request.startsWith("GET /_cluster/state")
                ? Optional.empty()
                : Optional.of(error(status, type)));

    fails(code, () -> ids(ANY_X));
    fails(code, () -> store.apply(List.of(node(1, 1, Map.of()))));
    assertThat(store.metrics().errors(code)).isEqualTo(2);
  }

  private static Answer error(int status, String type) {
    return new Answer(
        status, type.isEmpty() ? "<html>" : "{\"error\":{\"type\":\"" + type + "\"}}");
  }

  @Test
  void whatPassesIsTriedAgain() throws Exception {
    AtomicInteger busy = new AtomicInteger(3);
    proxy.faults(
        request ->
            request.contains("_bulk") && busy.getAndDecrement() > 0
                ? Optional.of(error(429, "es_rejected_execution_exception"))
                : Optional.empty());
    apply(node(2, 1, Map.of("x", 1L)));

    AtomicInteger away = new AtomicInteger(1);
    proxy.faults(
        request ->
            request.contains("_search") && away.getAndDecrement() > 0
                ? Optional.of(error(503, "unavailable_shards_exception"))
                : Optional.empty());
    assertThat(ids(ANY_X)).containsExactly(1L, 2L);
    assertThat(store.metrics().retries()).isEqualTo(4);
  }

  /** The server takes only every other state of a request, and says so. */
  @Test
  void halfABulkIsSentAgain() throws Exception {
    List<Integer> sizes = new ArrayList<>();
    proxy.faults(
        request -> {
          if (request.contains("_bulk")) {
            sizes.add((request.split("\n").length - 1) / 2);
          }
          return Optional.empty();
        });
    AtomicInteger answered = new AtomicInteger();
    proxy.answers(
        body ->
            body.startsWith("{\"errors\":") && answered.getAndIncrement() == 0
                ? refuseHalf(body)
                : body);

    apply(
        IntStream.range(10, 20)
            .mapToObj(id -> node(id, 1, Map.of("x", 1L)))
            .toArray(EntityState[]::new));

    assertThat(sizes).containsExactly(10, 5);
    assertThat(ids(ANY_X)).hasSize(11);
  }

  private static String refuseHalf(String body) {
    StringBuilder half = new StringBuilder("{\"errors\":true,\"items\":[");
    for (int i = 0; i < 10; i++) {
      half.append(i == 0 ? "" : ",")
          .append(
              i % 2 == 0
                  ? "{\"index\":{\"status\":200}}"
                  : "{\"index\":{\"status\":429,\"error\":"
                      + "{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"}}}");
    }
    assertThat(body).contains("false");
    return half + "]}";
  }

  @Test
  void anAnswerWithoutAllShardsIsNone() {
    proxy.answers(body -> body.replace("\"failed\":0", "\"failed\":1"));

    fails(CoStoreErrorCode.OVERLOADED, () -> ids(ANY_X));
    fails(CoStoreErrorCode.OVERLOADED, () -> store.count(EntityKind.NODE, ANY_X));
    fails(CoStoreErrorCode.OVERLOADED, store::makeVisible);
  }

  @Test
  void anAnswerOfWhatWasFoundUntilTheTimeWasOverIsNone() {
    proxy.answers(body -> body.replace("\"timed_out\":false", "\"timed_out\":true"));

    fails(CoStoreErrorCode.OVERLOADED, () -> ids(ANY_X));
    fails(CoStoreErrorCode.OVERLOADED, () -> store.count(EntityKind.NODE, ANY_X));
  }

  /** Somebody has read one alias before the swap, and reads the others after it. */
  @Test
  void whoLooksForTheIndexesDuringASwapFindsTheNewOnes() throws Exception {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch swapped = new CountDownLatch(1);
    proxy.faults(
        request -> {
          if (looking.getCount() > 0 && request.matches("GET /_alias/\\S+-relationships\n")) {
            looking.countDown();
            await(swapped);
          }
          return Optional.empty();
        });
    CompletableFuture<CoStoreHealth> health = CompletableFuture.supplyAsync(store::health);
    await(looking);
    build(node(2, 1, Map.of("x", 1L)));
    swapped.countDown();

    assertThat(health.get().isGood()).isTrue();
    apply(node(3, 1, Map.of("x", 1L)));
    assertThat(ids(ANY_X)).containsExactly(2L, 3L);
  }

  @Test
  void indexesThatCannotBeDroppedAtASwapGoWithTheNextOne() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    proxy.faults(
        request -> {
          if (!request.startsWith("DELETE ")) {
            return Optional.empty();
          }
          refused.incrementAndGet();
          return Optional.of(error(400, "snapshot_in_progress_exception"));
        });
    build(node(2, 1, Map.of("x", 1L)));
    assertThat(refused).hasPositiveValue();
    assertThat(ids(ANY_X)).containsExactly(2L);
    assertThat(indexes()).isEqualTo(6);
    proxy.faults(request -> Optional.empty());
    build(node(3, 1, Map.of("x", 1L)));
    assertThat(ids(ANY_X)).containsExactly(3L);
    assertThat(indexes()).isEqualTo(3);
  }

  /** How many there are that this store has made. */
  private int indexes() throws Exception {
    String names = store.health().message().replaceAll("(?s).*indexes (\\S+-\\*).*", "$1");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(RealElasticsearch.server().url() + "/" + names + "/_alias"))
                    .build(),
                BodyHandlers.ofString());
    return new ObjectMapper().readTree(answer.body()).size();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anAnswerThatIsNoJsonIsNone() {
    proxy.faults(request -> Optional.of(new Answer(200, "<html>a proxy's page</html>")));

    fails(CoStoreErrorCode.UNEXPECTED_ANSWER, () -> ids(ANY_X));
    fails(CoStoreErrorCode.UNEXPECTED_ANSWER, () -> store.apply(List.of(node(1, 1, Map.of()))));
    assertThat(store.health().problem()).contains(CoStoreErrorCode.UNEXPECTED_ANSWER);
  }

  @Test
  void anotherVersionIsRefused() throws Exception {
    proxy.answers(body -> body.replaceAll("\"version\":\"8[^\"]*\"", "\"version\":\"9.1.0\""));
    try (CoStore other =
        ElasticsearchCoStore.open(ElasticsearchConfig.builder(proxy.url(), "other").build())) {
      fails(CoStoreErrorCode.WRONG_VERSION, other::checkpoint);
      assertThat(other.health().message()).contains("9.1.0");
    }
  }
}
