/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** What somebody does to an Elasticsearch behind a co-store's back. */
final class ElasticsearchAdmin {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  ElasticsearchAdmin(String url) {
    this.url = url;
  }

  /**
   * Asks, and expects that it is done.
   *
   * @param body JSON; null for none
   */
  JsonNode send(String method, String path, String body) {
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url + path))
                  .header("Content-Type", "application/json")
                  .method(
                      method,
                      body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(method + " " + path + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names of the indexes that begin so. */
  List<String> indexes(String prefix) {
    List<String> names = new ArrayList<>();
    send("GET", "/_alias/" + prefix + "-*", null).fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The index of nodes among those that begin so; there has to be one. */
  String nodes(String prefix) {
    return indexes(prefix).stream()
        .filter(name -> name.contains("-nodes-"))
        .findAny()
        .orElseThrow();
  }
}
