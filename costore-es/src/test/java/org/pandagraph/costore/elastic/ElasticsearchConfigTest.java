/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.costore.elastic.ElasticsearchConfig.Builder;

class ElasticsearchConfigTest {
  @Test
  void hasTheseDefaults() {
    ElasticsearchConfig config =
        ElasticsearchConfig.builder("http://es1, https://es2:9243/", "neo4j").build();

    assertThat(config.hosts())
        .containsExactly(URI.create("http://es1:9200"), URI.create("https://es2:9243"));
    assertThat(config.database()).isEqualTo("neo4j");
    assertThat(config.indexPrefix()).isEqualTo("panda");
    assertThat(config.apiKey()).isEmpty();
    assertThat(config.username()).isEmpty();
    assertThat(config.password()).isEmpty();
    assertThat(config.certificateAuthority()).isEmpty();
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.readTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.writeTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.readRetries()).isEqualTo(1);
    assertThat(config.writeRetries()).isEqualTo(5);
    assertThat(config.retryDelay()).isEqualTo(Duration.ofMillis(100));
    assertThat(config.connections()).isEqualTo(32);
    assertThat(config.pageSize()).isEqualTo(10_000);
    assertThat(config.bulkBytes()).isEqualTo(8 << 20);
    assertThat(config.shards()).isEqualTo(1);
    assertThat(config.replicas()).isEqualTo(1);
    assertThat(config.fullText()).isTrue();
  }

  @Test
  void isNotChangedByItsBuilderAndTellsNoSecrets() {
    Builder builder =
        ElasticsearchConfig.builder("http://es", "neo4j")
            .apiKey("key")
            .basicAuthentication("user", "secret")
            .certificateAuthority(Path.of("ca.pem"));
    ElasticsearchConfig config = builder.build();

    builder.apiKey(null).basicAuthentication(null, null).certificateAuthority(null);

    assertThat(config.apiKey()).contains("key");
    assertThat(config.username()).contains("user");
    assertThat(config.password()).contains("secret");
    assertThat(config.certificateAuthority()).contains(Path.of("ca.pem"));
    assertThat(config).hasToString("[http://es:9200], indexes panda-neo4j-*");
    assertThat(builder.build().password()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "es",
        "es:9200",
        "ftp://es",
        "http://",
        "http://es:0",
        "http://es:65536",
        "http://es/path",
        "http://es?x",
        "http://user:secret@es",
        "http://a b",
        "http://es,"
      })
  void refusesAHostThatIsNone(String hosts) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ElasticsearchConfig.builder(hosts, "neo4j"))
        .withMessageContaining("expected http://host:port");
  }

  @Test
  void refusesWhatIsOutsideItsRange() {
    refused(b -> b.indexPrefix("Panda"), "a-z");
    refused(b -> b.indexPrefix("a-b"), "a-z");
    refused(b -> b.connectTimeout(Duration.ZERO), "100 ms");
    refused(b -> b.readTimeout(Duration.ofHours(1)), "10 min");
    refused(b -> b.writeTimeout(Duration.ofMillis(-1)), "100 ms");
    refused(b -> b.readRetries(-1), "from 0 to 100");
    refused(b -> b.writeRetries(101), "from 0 to 100");
    refused(b -> b.retryDelay(Duration.ZERO), "1 ms");
    refused(b -> b.connections(1), "from 2 to 1024");
    refused(b -> b.pageSize(10_001), "from 10 to 10000");
    refused(b -> b.bulkBytes(1), "from 65536");
    refused(b -> b.shards(0), "from 1 to 1024");
    refused(b -> b.replicas(11), "from 0 to 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ElasticsearchConfig.builder("http://es", "Neo4j"))
        .withMessageContaining("database");
  }

  @Test
  void refusesCertificatesThatCannotBeRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ElasticsearchCoStore.open(
                    ElasticsearchConfig.builder("https://es", "neo4j")
                        .certificateAuthority(Path.of("no-such.pem"))
                        .build()))
        .withMessageContaining("no-such.pem");
  }

  private static void refused(Consumer<Builder> change, String allowed) {
    Builder builder = ElasticsearchConfig.builder("http://es", "neo4j");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.accept(builder))
        .withMessageContaining(allowed);
  }
}
