/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pandagraph.aipm.client.MisbehavingServer.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

class CatalogueCacheTest {
  private static final ModelDescriptor WIDTH =
      ModelDescriptor.extractor("width", "1", ValueDomain.of("image/*")).build();
  private static final Content PICTURE =
      new BytesContent("picture".getBytes(StandardCharsets.UTF_8), "image/png");

  private MisbehavingServer server;
  private HttpAipmClient client;

  private void start(MisbehavingServer.Behaviour behaviour, Duration ttl) throws IOException {
    server = new MisbehavingServer(behaviour);
    client =
        HttpAipmClient.create(
            AipmClientConfig.builder().url(server.url()).catalogueTtl(ttl).build());
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static String catalogueJson(String version) {
    return "{\"models\":[{\"name\":\"width\",\"version\":\""
        + version
        + "\",\"kind\":\"EXTRACTOR\",\"domains\":[\"image/*\"],\"new\":1}]}";
  }

  @Test
  void theCatalogueIsKept() throws Exception {
    start((exchange, body) -> send(exchange, 200, catalogueJson("1")), Duration.ofHours(1));
    assertThat(client.catalogue().models()).hasSize(1);
    client.catalogue();
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void theOldOneStaysGoodWhileThereIsNoNewerOne() throws Exception {
    start((exchange, body) -> send(exchange, 200, catalogueJson("1")), Duration.ofNanos(1));
    client.catalogue();
    server.behaviour = (exchange, body) -> send(exchange, 500, "oops");
    assertThat(client.catalogue().models()).hasSize(1);
  }

  @Test
  void anUnknownModelRefreshesTheCatalogue() throws Exception {
    start(
        (exchange, body) -> {
          if (exchange.getRequestURI().getPath().equals("/v1/catalogue")) {
            send(exchange, 200, catalogueJson("2"));
          } else {
            send(exchange, 404, "{\"code\":\"UNKNOWN_MODEL\",\"message\":\"no such\"}");
          }
        },
        Duration.ofHours(1));
    AipmException e =
        Assertions.catchThrowableOfType(
            AipmException.class, () -> client.extract(WIDTH, List.of(PICTURE)));
    assertThat(e.code()).isEqualTo(AipmErrorCode.UNKNOWN_MODEL);
    assertThat(e)
        .hasMessageContaining("version 1 to 2")
        .hasMessageContaining("run the query again");
    assertThat(server.count("GET", "/v1/catalogue")).isEqualTo(1);
    assertThat(client.catalogue().models().get(0).version()).isEqualTo("2");
  }
}
