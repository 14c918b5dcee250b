/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.graphdb.config.Setting;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig.Compression;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig.Durability;

class PandaSettingsTest {
  private static final long MIB = 1024 * 1024;

  @Test
  void everyKeyAndItsDefault() {
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("panda.aipm.catalogue_ttl", Duration.ofSeconds(30));
    expected.put("panda.aipm.timeout", Duration.ofSeconds(60));
    expected.put("panda.aipm.token_file", null);
    expected.put("panda.aipm.url", URI.create("http://127.0.0.1:7690"));
    expected.put("panda.blob.collect.grace_time", Duration.ofDays(1));
    expected.put("panda.blob.collect.interval", Duration.ofHours(6));
    expected.put("panda.blob.file.additional_roots", List.of());
    expected.put("panda.blob.gateway.link_keys", Path.of("/srv/neo4j/data/panda/gateway.keys"));
    expected.put("panda.blob.gateway.max_link_age", Duration.ofDays(7));
    expected.put("panda.blob.gateway.max_transfers", 64);
    expected.put("panda.blob.gateway.url", null);
    expected.put("panda.blob.hbase.chunk_size", MIB);
    expected.put("panda.blob.hbase.compression", Compression.NONE);
    expected.put("panda.blob.hbase.connect_timeout", Duration.ofSeconds(10));
    expected.put("panda.blob.hbase.durability", Durability.FSYNC_WAL);
    expected.put("panda.blob.hbase.max_requests", 64);
    expected.put("panda.blob.hbase.namespace", "panda");
    expected.put("panda.blob.hbase.operation_timeout", Duration.ofSeconds(60));
    expected.put("panda.blob.hbase.quorum", "127.0.0.1:2181");
    expected.put("panda.blob.hbase.read_window", 4 * MIB);
    expected.put("panda.blob.hbase.regions", 16);
    expected.put("panda.blob.hbase.retries", 10);
    expected.put("panda.blob.hbase.rpc_timeout", Duration.ofSeconds(20));
    expected.put("panda.blob.hbase.site_file", null);
    expected.put("panda.blob.hbase.write_window", 8 * MIB);
    expected.put("panda.blob.hbase.znode_parent", "/hbase");
    expected.put("panda.blob.max_bytes", 1024 * MIB);
    expected.put("panda.blob.max_bytes_in_memory", 64 * MIB);
    expected.put("panda.blob.sftp.known_hosts", null);
    expected.put("panda.blob.store", PandaSettings.StoreType.file);
    expected.put("panda.blob.store.directory", Path.of("/srv/neo4j/data/panda/blobs"));
    expected.put("panda.blob.url.allowed_addresses", List.of());
    expected.put("panda.blob.url.allowed_hosts", List.of());
    expected.put("panda.blob.url.connect_timeout", Duration.ofSeconds(5));
    expected.put("panda.blob.url.max_redirects", 5);
    expected.put("panda.blob.url.read_timeout", Duration.ofSeconds(10));
    expected.put("panda.blob.url.total_timeout", Duration.ofSeconds(60));
    expected.put("panda.costore.always_push", false);
    expected.put("panda.costore.api_key_file", null);
    expected.put("panda.costore.bulk_timeout", Duration.ofSeconds(60));
    expected.put("panda.costore.ca_file", null);
    expected.put("panda.costore.check.interval", Duration.ZERO);
    expected.put("panda.costore.connect_timeout", Duration.ofSeconds(3));
    expected.put("panda.costore.consistency", "strong");
    expected.put("panda.costore.databases", List.of());
    expected.put("panda.costore.hosts", List.of());
    expected.put("panda.costore.index_prefix", "panda");
    expected.put("panda.costore.max_unseen", 10_000);
    expected.put("panda.costore.password_file", null);
    expected.put("panda.costore.pushdown", true);
    expected.put("panda.costore.refresh_interval", Duration.ofMillis(500));
    expected.put("panda.costore.replicas", 0);
    expected.put("panda.costore.request_timeout", Duration.ofSeconds(10));
    expected.put("panda.costore.shards", 1);
    expected.put("panda.costore.username", null);
    expected.put("panda.enabled", true);
    expected.put("panda.semantic.cache.max_bytes", 64 * MIB);

    Config config = Config.defaults(GraphDatabaseSettings.neo4j_home, Path.of("/srv/neo4j"));
    Map<String, Object> actual = new LinkedHashMap<>();
    for (Setting<?> setting : SettingsTable.settings()) {
      actual.put(setting.name(), config.get(setting));
    }
    assertThat(actual).containsExactlyEntriesOf(expected);
  }

  @Test
  void neo4jFindsThemAll() {
    assertThat(Config.defaults().getDeclaredSettings().keySet())
        .containsAll(SettingsTable.settings().stream().map(Setting::name).toList());
  }

  @Test
  void theManualNamesEverySetting() throws IOException {
    Path manual = Path.of("..", "docs", "configuration.md");
    assumeThat(manual).as("the manual is not in this checkout").exists();
    assertThat(Files.readString(manual))
        .contains(SettingsTable.settings().stream().map(s -> "`" + s.name() + "`").toList());
  }

  @Test
  void theTableDocumentsEverySetting() {
    String table = SettingsTable.markdown();
    assertThat(table.lines().count()).isEqualTo(2 + SettingsTable.settings().size());
    assertThat(table)
        .contains("| `panda.blob.store.directory` | `panda/blobs` |")
        .contains("| `panda.aipm.token_file` | `not set` |")
        .contains("| `panda.blob.url.allowed_hosts` | empty |")
        .doesNotContain("No description available");
  }

  @ParameterizedTest
  @CsvSource({
    "panda.aipm.url, ftp://example.org",
    "panda.aipm.url, http://user:secret@example.org",
    "panda.aipm.url, not a url",
    "panda.aipm.timeout, 0s",
    "panda.aipm.timeout, 2h",
    "panda.blob.collect.grace_time, 0s",
    "panda.blob.collect.interval, -1s",
    "panda.blob.gateway.url, ftp://example.org",
    "panda.blob.gateway.max_link_age, 0s",
    "panda.blob.gateway.max_link_age, 400d",
    "panda.blob.store, s3",
    "panda.blob.hbase.namespace, with_underscore",
    "panda.blob.hbase.chunk_size, 100k",
    "panda.blob.hbase.durability, NONE",
    "panda.blob.gateway.max_transfers, 0",
    "panda.blob.hbase.read_window, 1k",
    "panda.blob.hbase.write_window, 1g",
    "panda.blob.hbase.rpc_timeout, 1ms",
    "panda.blob.hbase.znode_parent, hbase",
    "panda.blob.max_bytes, 0",
    "panda.blob.max_bytes_in_memory, 2g",
    "panda.blob.url.max_redirects, 21",
    "panda.blob.url.allowed_hosts, https://example.org/",
    "panda.blob.url.allowed_hosts, a*.example.org",
    "panda.blob.url.allowed_addresses, 10.0.0.0/99",
    "panda.blob.url.allowed_addresses, example.org",
    "panda.blob.file.additional_roots, relative/folder",
    "panda.semantic.cache.max_bytes, -1",
    "panda.enabled, maybe"
  })
  void refusesWhatIsOutsideItsRange(String key, String value) {
    assertThatThrownBy(() -> Config.newBuilder().setRaw(Map.of(key, value)).build())
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesWhatIsAllowed() {
    Config config =
        Config.newBuilder()
            .setRaw(
                Map.of(
                    "panda.blob.url.allowed_hosts", "example.org, *.example.org,*",
                    "panda.blob.url.allowed_addresses", "10.1.0.0/16, ::1, fd00::/8",
                    "panda.blob.file.additional_roots", "/srv/pictures, /mnt/x",
                    "panda.semantic.cache.max_bytes", "1m",
                    "panda.aipm.token_file", "conf/aipm.token",
                    "panda.blob.store", "hbase"))
            .set(GraphDatabaseSettings.neo4j_home, Path.of("/srv/neo4j"))
            .build();
    assertThat(config.get(PandaSettings.blob_store)).isEqualTo(PandaSettings.StoreType.hbase);
    assertThat(PandaSettings.file(config, PandaSettings.aipm_token_file))
        .contains(Path.of("/srv/neo4j/conf/aipm.token"));
    assertThat(config.get(PandaSettings.blob_url_allowed_hosts))
        .containsExactly("example.org", "*.example.org", "*");
    assertThat(config.get(PandaSettings.blob_url_allowed_addresses))
        .containsExactly("10.1.0.0/16", "::1", "fd00::/8");
    assertThat(config.get(PandaSettings.blob_file_additional_roots))
        .containsExactly(Path.of("/srv/pictures"), Path.of("/mnt/x"));
    assertThat(config.get(PandaSettings.semantic_cache_max_bytes)).isEqualTo(MIB);
  }
}
