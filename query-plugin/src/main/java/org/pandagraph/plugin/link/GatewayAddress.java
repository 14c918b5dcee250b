/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.link;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.graphdb.config.Configuration;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.internal.helpers.HostnamePort;
import org.pandagraph.plugin.config.PandaSettings;

/** The gateway's address as clients see it. Thread-safe. */
final class GatewayAddress {
  private final Configuration config;
  private final Supplier<ConnectorPortRegister> ports;

  /**
   * @param ports asked where a connector listens on a port that it chose itself
   */
  GatewayAddress(Configuration config, Supplier<ConnectorPortRegister> ports) {
    this.config = Objects.requireNonNull(config);
    this.ports = Objects.requireNonNull(ports);
  }

  /** Such as {@code http://localhost:7474/panda}; empty where the gateway is not mounted. */
  Optional<String> base() {
    return GatewayMount.in(config).map(mount -> base(mount));
  }

  private String base(GatewayMount mount) {
    URI configured = config.get(PandaSettings.blob_gateway_url);
    if (configured != null) {
      return configured.toString().replaceFirst("/+$", "");
    }
    return config.get(HttpsConnector.enabled)
        ? "https://" + host(HttpsConnector.NAME, HttpsConnector.advertised_address) + mount.path()
        : "http://" + host(HttpConnector.NAME, HttpConnector.advertised_address) + mount.path();
  }

  private String host(String connector, Setting<SocketAddress> advertised) {
    SocketAddress address = config.get(advertised);
    if (address.getPort() != 0) {
      return address.toString();
    }
    HostnamePort listening = ports.get().getLocalAddress(connector);
    return listening == null
        ? address.toString()
        : new SocketAddress(address.getHostname(), listening.getPort()).toString();
  }
}
