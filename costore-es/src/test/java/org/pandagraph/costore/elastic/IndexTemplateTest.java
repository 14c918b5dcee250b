/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.contract.CoStoreTestCase;
import org.pandagraph.costore.predicate.Exists;

/** An administrator's index template: what the co-store does not set itself comes from it. */
class IndexTemplateTest extends CoStoreTestCase {
  private final ElasticsearchConfig config = RealElasticsearch.config().build();

  @Override
  protected CoStore openStore() {
    return ElasticsearchCoStore.open(config);
  }

  private JsonNode admin(String method, String path, String body) throws IOException {
    HttpHost host = HttpHost.create(RealElasticsearch.server().url());
    try (RestClient client = RestClient.builder(host).build()) {
      Request request = new Request(method, path);
      if (body != null) {
        request.setJsonEntity(body);
      }
      return new ObjectMapper().readTree(client.performRequest(request).getEntity().getContent());
    }
  }

  @AfterEach
  void removeTemplate() throws IOException {
    admin("DELETE", "/_index_template/ours", null);
  }

  @Test
  void whatTheCoStoreDoesNotSetComesFromATemplate() throws Exception {
    admin(
        "PUT",
        "/_index_template/ours",
        "{\"index_patterns\": [\""
            + config.indexNames()
            + "-*\"], \"priority\": 500, \"template\": {"
            + "\"settings\": {\"index.codec\": \"best_compression\","
            + " \"index.number_of_shards\": 3, \"index.refresh_interval\": \"7s\","
            + " \"index.mapping.ignore_above\": 5, \"index.default_pipeline\": \"theirs\","
            + " \"index.translog.durability\": \"async\"},"
            + "\"mappings\": {\"dynamic\": true, \"properties\": {\"id\": {\"type\": \"text\"}}}}}");
    build(node(1, 1, Map.of("x", "longer than five")), node(2, 1, Map.of()));

    String nodes = "/" + config.indexNames() + "-nodes/";
    JsonNode settings = admin("GET", nodes + "_settings", null).elements().next();
    JsonNode index = settings.path("settings").path("index");
    assertThat(index.path("codec").asText()).isEqualTo("best_compression");
    assertThat(index.path("number_of_shards").asInt()).isEqualTo(config.shards());
    assertThat(index.path("refresh_interval").asText()).isEqualTo("-1");
    assertThat(index.path("translog").path("durability").asText()).isEqualTo("request");
    JsonNode mappings = admin("GET", nodes + "_mapping", null).elements().next().path("mappings");
    assertThat(mappings.path("dynamic").asText()).isEqualTo("strict");
    assertThat(mappings.path("properties").path("id").path("type").asText()).isEqualTo("long");
    assertThat(ids(new Exists("x"))).containsExactly(1L);
    assertThat(ids(equal("x", "longer than five"))).containsExactly(1L);
  }
}
