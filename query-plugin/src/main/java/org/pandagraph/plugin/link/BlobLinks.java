/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.link;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.graphdb.config.Configuration;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/** Addresses of contents: those that need a login, and signed ones that do not. Thread-safe. */
public final class BlobLinks {
  /** What a signed link turns out to be. */
  public enum Verdict {
    GOOD,
    /** It was signed here, and its time is over. */
    EXPIRED,
    /** No key of this server signed it as it is. */
    FORGED
  }

  private final Configuration config;
  private final GatewayAddress address;
  private final Clock clock;
  private final Path keyFile;
  private LinkKeys keys;

  /**
   * @param ports asked where a connector listens on a port that it chose itself
   * @param clock says when links expire
   */
  public BlobLinks(Configuration config, Supplier<ConnectorPortRegister> ports, Clock clock) {
    this.config = Objects.requireNonNull(config);
    this.address = new GatewayAddress(config, ports);
    this.clock = Objects.requireNonNull(clock);
    this.keyFile = config.get(PandaSettings.blob_gateway_link_keys);
  }

  /** Such as {@code http://localhost:7474/panda}; empty where the gateway is not mounted. */
  public Optional<String> gateway() {
    return address.base();
  }

  /**
   * Where a content is found by whoever may log in; where no gateway is mounted a name that says
   * which content it is, not where (RFC 6920 section 3, with the content type of its section 3.1).
   */
  public String of(String database, Blob blob) {
    return gateway()
        .map(base -> base + "/db/" + database + "/blob/" + blob.digest().toHex())
        .orElseGet(() -> "ni:///sha-256;" + blob.digest().toBase64Url() + "?ct=" + blob.mimeType());
  }

  /**
   * Where a content is found for a while by whoever has the link.
   *
   * @param seconds how long, from 1 to the setting's largest
   * @throws CypherPlusError where that is too long, the gateway is not mounted, asks for a login
   *     all the same, or the keys cannot be read
   */
  public String signed(String database, Blob blob, long seconds) {
    long most = config.get(PandaSettings.blob_gateway_max_link_age).toSeconds();
    if (seconds < 1 || seconds > most) {
      throw error(
          PluginErrorCode.INVALID_ARGUMENT,
          "a link is good for 1 to "
              + most
              + " seconds ("
              + PandaSettings.blob_gateway_max_link_age.name()
              + "), not for "
              + seconds,
          null);
    }
    GatewayMount mount = GatewayMount.in(config).orElse(null);
    if (mount == null || !mount.opensLinks()) {
      throw error(PluginErrorCode.INVALID_ARGUMENT, whatIsMissing(mount), null);
    }
    long expires = clock.instant().getEpochSecond() + seconds;
    return gateway().orElseThrow()
        + GatewayMount.LINKS
        + "/"
        + database
        + "/"
        + blob.digest().toHex()
        + "/"
        + expires
        + "/"
        + keys().sign(database, blob.digest(), expires);
  }

  private static String whatIsMissing(GatewayMount mount) {
    return "links without a login need two settings in neo4j.conf:"
        + " dbms.unmanaged_extension_classes="
        + GatewayMount.PACKAGE
        + "=/panda ("
        + (mount == null ? "missing" : "there")
        + "), and "
        + (mount == null ? "/panda" : mount.path())
        + GatewayMount.LINKS
        + "/.* in dbms.security.http_auth_allowlist (missing)";
  }

  /**
   * Looks at a link.
   *
   * @param expires seconds since 1970-01-01 UTC
   * @param part its last part: key and signature
   * @throws CypherPlusError where the keys cannot be read
   */
  public Verdict check(String database, BlobDigest digest, long expires, String part) {
    if (!keys().signed(database, digest, expires, part)) {
      return Verdict.FORGED;
    }
    return clock.instant().getEpochSecond() < expires ? Verdict.GOOD : Verdict.EXPIRED;
  }

  /** Seconds until then; 0 where it is over. */
  public long secondsUntil(long expires) {
    return Math.max(0, expires - clock.instant().getEpochSecond());
  }

  private synchronized LinkKeys keys() {
    if (keys == null) {
      try {
        keys = LinkKeys.readOrCreate(keyFile);
      } catch (IOException e) {
        throw error(
            PluginErrorCode.INTERNAL,
            "the keys of links ("
                + PandaSettings.blob_gateway_link_keys.name()
                + ") cannot be read: "
                + e.getMessage(),
            e);
      }
    }
    return keys;
  }

  private static CypherPlusError error(PluginErrorCode code, String problem, Exception cause) {
    return new CypherPlusError(code, problem, CypherPlusError.NO_OFFSET, cause);
  }
}
