/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.wire.WireJson;

/** A service, and plain HTTP to ask it as anybody might. */
public final class RunningService implements AutoCloseable {
  private final AipmService service;
  private final HttpClient http = HttpClient.newHttpClient();

  public RunningService(ServiceConfig config, Model... models) throws IOException {
    service = AipmService.start(config, Arrays.asList(models));
  }

  /** Small limits, the token {@code secret}. */
  public static ServiceConfig small(Path cache, String token) {
    return new ServiceConfig(
        "127.0.0.1", 0, token, cache, 10_000, 5_000, 20_000, 50, 1, 1, 1 << 20);
  }

  public int port() {
    return service.port();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .header("Authorization", "Bearer secret")
        .header("Content-Type", "application/json");
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public CompletableFuture<HttpResponse<String>> postLater(String path, String body) {
    return http.sendAsync(
        request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> put(String path, byte[] body) {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** The {@code results} of an answer of status 200. */
  public JsonNode results(String path, String body) {
    HttpResponse<String> answer = post(path, body);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return json(answer).get("results");
  }

  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return WireJson.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
