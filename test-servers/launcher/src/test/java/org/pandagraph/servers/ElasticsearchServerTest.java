/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ElasticsearchServerTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void diesPausesStartsAgainAndCleansUp() throws Exception {
    ElasticsearchServer server = ElasticsearchServer.start();
    Path data = server.data();
    try (server) {
      String url = server.url();
      assertThat(send(server, "GET", "/_nodes/_local/_none", null)).contains("\"version\":\"8.19.");
      assertThat(send(server, "PUT", "/things/_doc/1?refresh=true", "{\"a\": 1}"))
          .contains("created");

      server.kill();
      assertThatIOException()
          .isThrownBy(() -> send(server, "GET", "/_cluster/state/version", null));
      server.restart();

      assertThat(server.url()).isEqualTo(url);
      send(server, "GET", "/_cluster/health/things?wait_for_status=yellow", null);
      assertThat(send(server, "GET", "/things/_count", null)).contains("\"count\":1,");

      server.pause();
      assertThatIOException()
          .isThrownBy(() -> send(server, "GET", "/things/_count", null))
          .isInstanceOf(HttpTimeoutException.class);
      server.resume();
      assertThat(send(server, "GET", "/things/_count", null)).contains("\"count\":1,");

      server.stop();
      server.restartEmpty();
      assertThat(send(server, "GET", "/things", null)).contains("index_not_found_exception");
    }
    assertThat(ProcessHandle.of(server.pid())).isEmpty();
    assertThat(data).doesNotExist();
    assertThat(server.logs()).isNotEmptyDirectory();
  }

  private String send(ElasticsearchServer server, String method, String path, String body)
      throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .method(
                    method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString())
        .body();
  }
}
