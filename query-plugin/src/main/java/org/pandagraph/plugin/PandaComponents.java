/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.neo4j.common.DependencyResolver;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.logging.LogProvider;
import org.neo4j.logging.internal.LogService;
import org.pandagraph.aipm.client.AipmClient;
import org.pandagraph.aipm.client.AipmClientConfig;
import org.pandagraph.aipm.client.HttpAipmClient;
import org.pandagraph.blob.source.BlobSources;
import org.pandagraph.blob.source.SourcePolicy;
import org.pandagraph.blob.source.StandardBlobSources;
import org.pandagraph.plugin.blob.BlobStores;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.plugin.link.BlobLinks;
import org.pandagraph.plugin.metrics.MetricsPage;
import org.pandagraph.plugin.store.ConfiguredBlobStores;

/** Opens what the plugin's parts share, as neo4j.conf says, and closes it. Thread-safe. */
final class PandaComponents implements PluginContext, AutoCloseable {
  private static final Duration SHORTEST_TTL = Duration.ofMillis(1);

  private final DependencyResolver dbms;
  private final Config config;
  private final LogProvider logs;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final ConfiguredBlobStores stores;
  private final MetricsPage metrics = new MetricsPage();
  private final BlobLinks links;
  private final BlobSources sources;
  private final AipmClient aipm;

  /**
   * Opens everything; what was opened is closed again where something cannot be.
   *
   * @throws RuntimeException saying what cannot be opened and why
   */
  PandaComponents(DependencyResolver dbms, Config config, LogService logs) {
    this.dbms = dbms;
    this.config = config;
    this.logs = logs.getInternalLogProvider();
    try {
      stores = opened(new ConfiguredBlobStores(config));
      metrics.computed(stores::figures);
      links =
          new BlobLinks(
              config, () -> dbms.resolveDependency(ConnectorPortRegister.class), Clock.systemUTC());
      sources = opened(new StandardBlobSources(policy(config)));
      aipm = opened(HttpAipmClient.create(client(config)));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private <T extends AutoCloseable> T opened(T component) {
    opened.push(component);
    return component;
  }

  private static SourcePolicy policy(Config config) {
    SourcePolicy.Builder policy =
        SourcePolicy.builder()
            .additionalRoots(config.get(PandaSettings.blob_file_additional_roots))
            .allowedHosts(config.get(PandaSettings.blob_url_allowed_hosts))
            .allowedAddresses(config.get(PandaSettings.blob_url_allowed_addresses))
            .maxBytes(config.get(PandaSettings.blob_max_bytes))
            .connectTimeout(config.get(PandaSettings.blob_url_connect_timeout))
            .readTimeout(config.get(PandaSettings.blob_url_read_timeout))
            .totalTimeout(config.get(PandaSettings.blob_url_total_timeout))
            .maxRedirects(config.get(PandaSettings.blob_url_max_redirects))
            .knownHosts(
                PandaSettings.file(config, PandaSettings.blob_sftp_known_hosts).orElse(null));
    if (config.get(GraphDatabaseSettings.allow_file_urls)) {
      policy.importDirectory(config.get(GraphDatabaseSettings.load_csv_file_url_root));
    }
    return policy.build();
  }

  private static AipmClientConfig client(Config config) {
    Duration ttl = config.get(PandaSettings.aipm_catalogue_ttl);
    return AipmClientConfig.builder()
        .url(config.get(PandaSettings.aipm_url))
        .token(token(PandaSettings.file(config, PandaSettings.aipm_token_file)))
        .timeout(config.get(PandaSettings.aipm_timeout))
        .catalogueTtl(ttl.compareTo(SHORTEST_TTL) < 0 ? SHORTEST_TTL : ttl)
        .build();
  }

  private static String token(Optional<Path> file) {
    try {
      return file.isPresent() ? Files.readString(file.get(), StandardCharsets.UTF_8) : null;
    } catch (IOException e) {
      throw new IllegalStateException(
          PandaSettings.aipm_token_file.name() + " cannot be read: " + e, e);
    }
  }

  @Override
  public Config config() {
    return config;
  }

  @Override
  public LogProvider logs() {
    return logs;
  }

  @Override
  public BlobStores stores() {
    return stores;
  }

  /** What the plugin counts. */
  MetricsPage metrics() {
    return metrics;
  }

  @Override
  public BlobLinks links() {
    return links;
  }

  @Override
  public BlobSources sources() {
    return sources;
  }

  @Override
  public AipmClient aipm() {
    return aipm;
  }

  @Override
  public DatabaseManagementService databases() {
    return dbms.resolveDependency(DatabaseManagementService.class);
  }

  /** Closes in the order opposite to opening; a failure of one does not keep the others open. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        logs.getLog(PandaComponents.class).warn("A part of PandaGraph did not close well", e);
      }
    }
  }
}
