/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.IdPage;
import org.pandagraph.costore.IdStream;
import org.pandagraph.costore.contract.CoStoreTestCase;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.servers.ElasticsearchServer;

/** A real server that is killed, paused, blocked, emptied: each test leaves it running. */
class FaultsTest extends CoStoreTestCase {
  private static final Exists ANY_X = new Exists("x");
  private static ElasticsearchServer server;
  private static int databases;

  private ElasticsearchConfig config;

  @BeforeAll
  static void startServer() {
    server = ElasticsearchServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected CoStore openStore() {
    if (config == null) {
      config =
          ElasticsearchConfig.builder(server.url(), "faults" + ++databases)
              .replicas(0)
              .pageSize(10)
              .readTimeout(Duration.ofSeconds(2))
              .writeTimeout(Duration.ofSeconds(5))
              .writeRetries(1)
              .retryDelay(Duration.ofMillis(10))
              .build();
    }
    return ElasticsearchCoStore.open(config);
  }

  private void fill(int count) {
    build(
        IntStream.range(0, count)
            .mapToObj(id -> node(id, 1, Map.of("x", (long) id)))
            .toArray(EntityState[]::new));
  }

  private void admin(String method, String path, String body) throws Exception {
    try (RestClient client = RestClient.builder(HttpHost.create(server.url())).build()) {
      Request request = new Request(method, path);
      if (body != null) {
        request.setJsonEntity(body);
      }
      client.performRequest(request);
    }
  }

  private String alias(String part) {
    return "panda-" + config.database() + "-" + part;
  }

  @Test
  void killedAndStartedAgainItHasAllThatWasAcknowledged() throws Exception {
    fill(100);
    List<EntityState> more =
        IntStream.range(100, 300)
            .mapToObj(id -> node(id, 1, Map.of("x", (long) id)))
            .collect(Collectors.toList());
    assertThat(store.apply(more)).isEmpty();
    store.checkpoint(checkpoint(7));
    server.kill();

    fails(CoStoreErrorCode.UNREACHABLE, () -> ids(ANY_X));
    fails(CoStoreErrorCode.UNREACHABLE, () -> store.apply(more));
    fails(CoStoreErrorCode.UNREACHABLE, store::makeVisible);
    assertThat(store.health().problem()).contains(CoStoreErrorCode.UNREACHABLE);

    server.restart();
    store.close();
    store = openStore();
    assertThat(eventually(() -> store.checkpoint())).contains(checkpoint(7));
    eventually(
        () -> {
          store.makeVisible();
          return ids(ANY_X);
        });
    assertThat(ids(ANY_X)).hasSize(300);
  }

  private interface Attempt<T> {
    T run() throws Exception;
  }

  /**
   * A server that starts answers 503 before it has its shards: what is retryable is tried again.
   */
  private static <T> T eventually(Attempt<T> attempt) throws Exception {
    while (true) {
      try {
        return attempt.run();
      } catch (CoStoreException e) {
        if (!e.code().isRetryable()) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  @Test
  void killedInTheMiddleOfAStreamItEndsWithAnErrorNotAShorterAnswer() throws Exception {
    fill(500);
    List<Long> seen = new ArrayList<>();
    try (IdStream stream = store.ids(EntityKind.NODE, ANY_X)) {
      seen.add(stream.next().id(0));
      server.kill();
      fails(
          CoStoreErrorCode.UNREACHABLE,
          () -> {
            for (IdPage page = stream.next(); page != null; page = stream.next()) {
              seen.add(page.id(0));
            }
          });
    }
    assertThat(seen).hasSizeLessThan(50);
    server.restart();
  }

  @Test
  void pausedItRunsIntoTheTimeout() throws Exception {
    fill(10);
    assertThat(ids(ANY_X)).hasSize(10);
    server.pause();
    try {
      fails(CoStoreErrorCode.TIMEOUT, () -> ids(ANY_X));
      fails(CoStoreErrorCode.TIMEOUT, () -> store.apply(List.of(node(1, 2, Map.of()))));
      assertThat(store.health().problem()).contains(CoStoreErrorCode.TIMEOUT);
    } finally {
      server.resume();
    }
    assertThat(eventually(() -> ids(ANY_X))).isNotEmpty();
  }

  @Test
  void anIndexThatIsDeletedIsMissedAndNotMadeByWriting() throws Exception {
    fill(10);
    ids(ANY_X);
    String index = ((ElasticsearchCoStore) store).describeIndexes();
    admin("DELETE", "/" + index.split(",")[0], null);

    fails(CoStoreErrorCode.INDEX_GONE, () -> ids(ANY_X));
    fails(CoStoreErrorCode.INDEX_GONE, () -> store.apply(List.of(node(1, 2, Map.of()))));
    fails(CoStoreErrorCode.INDEX_GONE, () -> ids(ANY_X));
    assertThat(store.checkpoint()).isEmpty();
    assertThat(store.health().problem()).contains(CoStoreErrorCode.INDEX_GONE);

    fill(3);
    assertThat(ids(ANY_X)).hasSize(3);
    assertThat(store.health().isGood()).isTrue();
  }

  @Test
  void anIndexThatTakesNoWritesIsReadOnlyUntilItDoes() throws Exception {
    fill(10);
    String settings = "/" + alias("nodes") + "/_settings";
    admin("PUT", settings, "{\"index.blocks.read_only_allow_delete\": true}");

    fails(CoStoreErrorCode.READ_ONLY, () -> store.apply(List.of(node(11, 2, Map.of("x", 1L)))));
    assertThat(ids(ANY_X)).hasSize(10);
    assertThat(store.health().problem()).contains(CoStoreErrorCode.READ_ONLY);

    admin("PUT", settings, "{\"index.blocks.read_only_allow_delete\": null}");
    apply(node(11, 2, Map.of("x", 1L)));
    assertThat(ids(ANY_X)).hasSize(11);
  }

  @Test
  void anotherClusterAtTheSameAddressIsNoticed() throws Exception {
    fill(10);
    ids(ANY_X);
    server.restartEmpty();

    fails(CoStoreErrorCode.WRONG_CLUSTER, () -> eventually(() -> ids(ANY_X)));
    fails(CoStoreErrorCode.WRONG_CLUSTER, () -> store.apply(List.of(node(1, 2, Map.of()))));
    fails(CoStoreErrorCode.WRONG_CLUSTER, () -> store.checkpoint());
    assertThat(store.health().problem()).contains(CoStoreErrorCode.WRONG_CLUSTER);

    store.close();
    store = openStore();
    assertThat(eventually(() -> store.checkpoint())).isEmpty();
  }

  /** Somebody's own index in our place, whose fields are of other types. */
  @Test
  void aMappingThatIsNotOursGivesStatesBackInsteadOfLosingThem() throws Exception {
    fill(1);
    String old = ((ElasticsearchCoStore) store).describeIndexes().split(",")[0];
    admin(
        "PUT",
        "/foreign-" + config.database(),
        "{\"mappings\":{\"dynamic\":\"strict\",\"properties\":{\"id\":{\"type\":\"long\"}}}}");
    admin(
        "POST",
        "/_aliases",
        "{\"actions\":[{\"remove\":{\"index\":\""
            + old
            + "\",\"alias\":\""
            + alias("nodes")
            + "\"}},{\"add\":{\"index\":\"foreign-"
            + config.database()
            + "\",\"alias\":\""
            + alias("nodes")
            + "\"}}]}");

    assertThat(store.apply(List.of(node(1, 2, Map.of("x", 1L)))))
        .singleElement()
        .satisfies(rejected -> assertThat(rejected.reason()).contains("strict_dynamic_mapping"));
  }
}
