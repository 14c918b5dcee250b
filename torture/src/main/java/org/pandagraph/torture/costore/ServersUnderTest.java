/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.neo4j.driver.Driver;
import org.pandagraph.servers.ElasticsearchServer;
import org.pandagraph.torture.Neo4jUnderTest;

/** A Neo4j and the Elasticsearch of its co-store, and what can happen to them. Not thread-safe. */
final class ServersUnderTest implements AutoCloseable {
  private static final int SHORTEST_FAULT_MILLIS = 500;
  private static final int LONGEST_FAULT_MILLIS = 6_000;
  private static final String INDEXES = "/panda-*";

  private final ElasticsearchServer store;
  private final Neo4jUnderTest neo4j;
  private final HttpClient http = HttpClient.newHttpClient();

  private ServersUnderTest(ElasticsearchServer store, Neo4jUnderTest neo4j) {
    this.store = store;
    this.neo4j = neo4j;
  }

  /**
   * Starts both, empty.
   *
   * @param parts what Neo4j's home is made of
   * @param settings of neo4j.conf, besides the co-store's address
   */
  static ServersUnderTest start(Path parts, Path work, Map<String, String> settings)
      throws IOException, InterruptedException {
    ElasticsearchServer store = ElasticsearchServer.start();
    try {
      Map<String, String> all = new java.util.HashMap<>(settings);
      all.put("panda.costore.hosts", store.url());
      // Every filter goes to the co-store, however small the graph.
      all.put("panda.costore.always_push", "true");
      return new ServersUnderTest(store, Neo4jUnderTest.start(parts, work.resolve("neo4j"), all));
    } catch (IOException | InterruptedException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Thread-safe, and the same over all restarts. */
  Driver driver() {
    return neo4j.driver();
  }

  /** Returns when both are as they should be again. */
  void strike(Fault fault, Random random) throws IOException, InterruptedException {
    switch (fault) {
      case NEO4J_KILLED:
        neo4j.kill();
        neo4j.restart();
        break;
      case STORE_KILLED:
        store.kill();
        pause(random);
        store.restart();
        break;
      case BOTH_KILLED:
        store.kill();
        neo4j.kill();
        // Neo4j has to start without its co-store, and find it when it comes.
        neo4j.restart();
        store.restart();
        break;
      case STORE_PAUSED:
        store.pause();
        pause(random);
        store.resume();
        break;
      case STORE_READ_ONLY:
        readOnly("true");
        pause(random);
        readOnly("null");
        break;
      default:
        // Elasticsearch deletes by name only.
        String names = ask("GET", "/_cat/indices" + INDEXES + "?h=index&expand_wildcards=all", "");
        ask("DELETE", "/" + String.join(",", names.strip().split("\\s+")), "");
    }
  }

  private void readOnly(String value) throws IOException, InterruptedException {
    ask("PUT", INDEXES + "/_settings", "{\"index.blocks.read_only_allow_delete\": " + value + "}");
  }

  private String ask(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(store.url() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(method + " " + path + ": " + answer.body());
    }
    return answer.body();
  }

  private static void pause(Random random) throws InterruptedException {
    Thread.sleep(
        SHORTEST_FAULT_MILLIS + random.nextInt(LONGEST_FAULT_MILLIS - SHORTEST_FAULT_MILLIS));
  }

  @Override
  public void close() throws IOException {
    neo4j.close();
    store.close();
  }
}
