/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpHost;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.neo4j.driver.Session;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.benchmarks.servers.SharedJvm;
import org.pandagraph.benchmarks.servers.Spread;

/**
 * How fast a co-store that was paused takes in what was committed meanwhile, against
 * Elasticsearch's own client that sends the same entities as documents made before, with the same
 * settings of the index. Not thread-safe.
 */
final class CatchUp {
  private static final int ROUNDS = 5;
  private static final int ENTITIES = 100_000;
  private static final int ENTITIES_A_COMMIT = 10_000;
  private static final int DOCUMENTS_A_REQUEST = 5_000;
  private static final String INDEX = "raw";
  private static final String WRITE =
      "UNWIND range($from, $to) AS i CREATE (:person {personId: 'late' + i, nameEn: 'Ada ' + i,"
          + " nationality: 'Atlantis', citations: i % 1000, citations5: i % 300})";
  private static final String MAPPING =
      "{\"settings\":{\"index\":{\"number_of_shards\":1,\"number_of_replicas\":0,"
          + "\"refresh_interval\":\"-1\"}},\"mappings\":{\"_source\":{\"enabled\":false},"
          + "\"properties\":{\"label\":{\"type\":\"keyword\"},\"personId\":{\"type\":\"keyword\"},"
          + "\"nameEn\":{\"type\":\"keyword\"},\"nationality\":{\"type\":\"keyword\"},"
          + "\"citations\":{\"type\":\"long\"},\"citations5\":{\"type\":\"long\"}}}}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SharedJvm servers;
  private final String elasticsearch;

  /**
   * @param elasticsearch address of the co-store's server
   */
  CatchUp(SharedJvm servers, String elasticsearch) {
    this.servers = servers;
    this.elasticsearch = elasticsearch;
  }

  void run(BenchmarkReport report) throws IOException, InterruptedException {
    double[] ratios = new double[ROUNDS];
    double[] rates = new double[ROUNDS];
    try (RestClient client = RestClient.builder(HttpHost.create(elasticsearch)).build()) {
      send(client, "PUT", "/" + INDEX, MAPPING.getBytes(), MAPPING.length());
      for (int round = -1; round < ROUNDS; round++) {
        int from = (round + 1) * ENTITIES;
        double raw;
        double ours;
        if (round % 2 == 0) {
          raw = raw(client, from);
          ours = ours(from);
        } else {
          ours = ours(from);
          raw = raw(client, from);
        }
        if (round >= 0) {
          ratios[round] = raw / ours;
          rates[round] = ENTITIES / ours;
        }
      }
    }
    report
        .ratio("bulk_over_raw", Spread.of(ratios).median())
        .figure("catch_up_entities_per_s", Spread.of(rates).median());
  }

  /** Seconds from when the co-store is let go on until it shows all. */
  private double ours(int from) throws InterruptedException {
    Session session = servers.session(Side.PANDA.name());
    session.run("CALL panda.costore.pause()").consume();
    for (int i = 0; i < ENTITIES; i += ENTITIES_A_COMMIT) {
      session
          .run(WRITE, Map.of("from", from + i, "to", from + i + ENTITIES_A_COMMIT - 1))
          .consume();
    }
    long start = System.nanoTime();
    session.run("CALL panda.costore.resume()").consume();
    while (session.run("CALL panda.costore.status()").single().get("lagTransactions").asLong()
        > 0) {
      Thread.sleep(50);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Seconds that the requests take, and the refresh after them. */
  private static double raw(RestClient client, int from) throws IOException {
    List<ByteArrayOutputStream> bodies = new ArrayList<>();
    for (int i = 0; i < ENTITIES; i += DOCUMENTS_A_REQUEST) {
      bodies.add(documents(from + i, from + i + DOCUMENTS_A_REQUEST));
    }
    long start = System.nanoTime();
    for (ByteArrayOutputStream body : bodies) {
      send(client, "POST", "/" + INDEX + "/_bulk", body.toByteArray(), body.size());
    }
    send(client, "POST", "/" + INDEX + "/_refresh", new byte[0], 0);
    return (System.nanoTime() - start) / 1e9;
  }

  private static ByteArrayOutputStream documents(int from, int to) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = from; i < to; i++) {
      body.writeBytes(("{\"index\":{\"_id\":\"" + i + "\"}}\n").getBytes());
      ObjectNode document =
          JSON.createObjectNode()
              .put("label", "person")
              .put("personId", "late" + i)
              .put("nameEn", "Ada " + i)
              .put("nationality", "Atlantis")
              .put("citations", i % 1000)
              .put("citations5", i % 300);
      body.writeBytes(JSON.writeValueAsBytes(document));
      body.write('\n');
    }
    return body;
  }

  private static void send(RestClient client, String method, String path, byte[] body, int length)
      throws IOException {
    Request request = new Request(method, path);
    request.addParameter("filter_path", "errors,acknowledged,_shards.failed");
    if (length > 0) {
      request.setEntity(new NByteArrayEntity(body, 0, length, ContentType.APPLICATION_JSON));
    }
    String answer =
        new String(client.performRequest(request).getEntity().getContent().readAllBytes());
    if (answer.contains("\"errors\":true")) {
      throw new IOException("documents were refused: " + answer);
    }
  }
}
