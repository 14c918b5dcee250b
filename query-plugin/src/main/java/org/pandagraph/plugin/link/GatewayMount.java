/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.link;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.graphdb.config.Configuration;
import org.neo4j.server.configuration.ServerSettings;
import org.neo4j.server.configuration.ThirdPartyJaxRsPackage;

/** Where the gateway is mounted in Neo4j's HTTP server, as neo4j.conf says. Immutable. */
public final class GatewayMount {
  /** What {@code dbms.unmanaged_extension_classes} has to name. */
  public static final String PACKAGE = "org.pandagraph.plugin.gateway";

  /** The path of signed links, below the mount point. */
  public static final String LINKS = "/link";

  private final Configuration config;
  private final String path;

  private GatewayMount(Configuration config, String path) {
    this.config = config;
    this.path = path;
  }

  /** Empty where it is not mounted, or no HTTP server runs. */
  public static Optional<GatewayMount> in(Configuration config) {
    Objects.requireNonNull(config);
    if (!config.get(HttpConnector.enabled) && !config.get(HttpsConnector.enabled)) {
      return Optional.empty();
    }
    try {
      return config.get(ServerSettings.third_party_packages).stream()
          .filter(extension -> extension.getPackageName().equals(PACKAGE))
          .map(ThirdPartyJaxRsPackage::getMountPoint)
          .map(mount -> new GatewayMount(config, mount.replaceFirst("/+$", "")))
          .findFirst();
    } catch (IllegalArgumentException | NoClassDefFoundError noServer) {
      // Neo4j embedded in an application, without the module of its HTTP server.
      return Optional.empty();
    }
  }

  /** The mount point, such as {@code /panda}; without a slash at its end. */
  public String path() {
    return path;
  }

  /** Whether Neo4j lets requests for signed links pass without a login. */
  public boolean opensLinks() {
    if (!config.get(GraphDatabaseSettings.auth_enabled)) {
      return true;
    }
    String link = path + LINKS + "/neo4j/00/0/0.0";
    return config.get(ServerSettings.http_auth_allowlist).stream()
        .anyMatch(pattern -> matches(pattern, link));
  }

  private static boolean matches(String pattern, String link) {
    try {
      return Pattern.matches(pattern, link);
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
