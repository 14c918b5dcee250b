/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.http.HttpHost;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/**
 * Elasticsearch's own client, which sends requests that were made before. Not thread-safe; the
 * client is closed with it.
 */
final class RawBulk implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long POLL_MILLIS = 100;

  private final RestClient client;

  /**
   * @param elasticsearch address of the server
   */
  RawBulk(String elasticsearch) {
    client = RestClient.builder(HttpHost.create(elasticsearch)).build();
  }

  void create(String index, String settings) throws IOException {
    ask("PUT", "/" + index, settings.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends all, and refreshes.
   *
   * @param underWay requests at a time
   * @return seconds
   */
  double send(String index, List<byte[]> bodies, int underWay)
      throws IOException, InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(underWay);
    try {
      long start = System.nanoTime();
      List<Future<Object>> all =
          senders.invokeAll(
              bodies.stream().<Callable<Object>>map(body -> () -> send(index, body)).toList());
      for (Future<Object> one : all) {
        one.get();
      }
      ask("POST", "/" + index + "/_refresh", new byte[0]);
      return (System.nanoTime() - start) / 1e9;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      senders.shutdown();
    }
  }

  private Object send(String index, byte[] body) throws IOException {
    JsonNode answer = ask("POST", "/" + index + "/_bulk", body);
    if (answer.path("errors").asBoolean(true)) {
      throw new IOException("documents were refused: " + answer);
    }
    return answer;
  }

  /** Waits until no segments are being merged: who comes next is not to pay for who was before. */
  void awaitMerges() throws IOException, InterruptedException {
    while (ask("GET", "/_stats/merge", new byte[0]).at("/_all/total/merges/current").asInt(1) > 0) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  private JsonNode ask(String method, String path, byte[] body) throws IOException {
    Request request = new Request(method, path);
    request.addParameter("filter_path", "errors,acknowledged,_shards.failed,_all.total.merges");
    if (body.length > 0) {
      request.setEntity(new NByteArrayEntity(body, ContentType.APPLICATION_JSON));
    }
    return JSON.readTree(client.performRequest(request).getEntity().getContent());
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
