/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.neo4j.graphdb.config.Configuration;
import org.neo4j.graphdb.config.Setting;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.elastic.ElasticsearchCoStore;
import org.pandagraph.costore.elastic.ElasticsearchConfig;
import org.pandagraph.plugin.config.CoStoreSettings;
import org.pandagraph.plugin.config.PandaSettings;

/** Opens co-stores in Elasticsearch as neo4j.conf says. */
public final class ElasticsearchStores {
  private ElasticsearchStores() {}

  /**
   * The co-store of a database; asks no server yet.
   *
   * @param owner whose graph it is: co-stores of others are never touched
   * @throws IllegalArgumentException where a setting is not allowed, or a file cannot be read
   */
  public static CoStore open(Configuration config, String databaseName, String owner) {
    String hosts =
        config.get(CoStoreSettings.costore_hosts).stream()
            .map(URI::toString)
            .collect(Collectors.joining(","));
    ElasticsearchConfig.Builder builder =
        ElasticsearchConfig.builder(hosts, databaseName)
            .indexPrefix(config.get(CoStoreSettings.costore_index_prefix))
            .owner(owner)
            .apiKey(secret(config, CoStoreSettings.costore_api_key_file))
            .certificateAuthority(
                PandaSettings.file(config, CoStoreSettings.costore_ca_file).orElse(null))
            .connectTimeout(config.get(CoStoreSettings.costore_connect_timeout))
            .readTimeout(config.get(CoStoreSettings.costore_request_timeout))
            .writeTimeout(config.get(CoStoreSettings.costore_bulk_timeout))
            .shards(config.get(CoStoreSettings.costore_shards))
            .replicas(config.get(CoStoreSettings.costore_replicas));
    String user = config.get(CoStoreSettings.costore_username);
    if (user != null) {
      String password = secret(config, CoStoreSettings.costore_password_file);
      if (password == null) {
        throw new IllegalArgumentException(
            CoStoreSettings.costore_username.name()
                + " needs "
                + CoStoreSettings.costore_password_file.name());
      }
      builder.basicAuthentication(user, password);
    }
    return ElasticsearchCoStore.open(builder.build());
  }

  /** What a file holds, without the end of its line; null where the setting is not set. */
  private static String secret(Configuration config, Setting<Path> setting) {
    return PandaSettings.file(config, setting).map(file -> read(setting, file)).orElse(null);
  }

  private static String read(Setting<Path> setting, Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException(setting.name() + " cannot be read: " + e, e);
    }
  }
}
