/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.helpers.SocketAddress;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.link.BlobLinks.Verdict;

class BlobLinksTest {
  private static final Blob BLOB = new Blob(BlobDigest.of(new byte[32]), 7, "image/png");
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
  private static final Map<String, String> MOUNTED =
      Map.of(
          "dbms.connector.http.enabled", "true",
          "dbms.security.auth_enabled", "true",
          "dbms.unmanaged_extension_classes", "org.pandagraph.plugin.gateway=/panda",
          "dbms.security.http_auth_allowlist", "/,/browser.*,/panda/link/.*");

  @TempDir private Path home;

  private BlobLinks links(Map<String, String> more, Instant now) {
    Map<String, String> settings = new HashMap<>(MOUNTED);
    settings.putAll(more);
    Config config =
        Config.newBuilder().set(GraphDatabaseSettings.neo4j_home, home).setRaw(settings).build();
    ConnectorPortRegister ports = new ConnectorPortRegister();
    ports.register("http", new SocketAddress("127.0.0.1", 17474));
    return new BlobLinks(config, () -> ports, Clock.fixed(now, ZoneOffset.UTC));
  }

  private BlobLinks links() {
    return links(Map.of(), NOW);
  }

  private Path keys() {
    return home.resolve("data/panda/gateway.keys");
  }

  @Test
  void theAddressIsTheAdvertisedOneOrWhatTheAdministratorSays() {
    String path = "/db/neo4j/blob/" + "0".repeat(64);
    assertThat(links().of("neo4j", BLOB)).isEqualTo("http://localhost:7474/panda" + path);
    assertThat(links(Map.of("dbms.connector.http.listen_address", ":0"), NOW).of("neo4j", BLOB))
        .isEqualTo("http://localhost:17474/panda" + path);
    assertThat(
            links(Map.of("dbms.connector.http.advertised_address", "graph:80"), NOW)
                .of("neo4j", BLOB))
        .isEqualTo("http://graph:80/panda" + path);
    assertThat(
            links(Map.of("panda.blob.gateway.url", "https://example.org/blobs/"), NOW)
                .of("neo4j", BLOB))
        .isEqualTo("https://example.org/blobs" + path);
    assertThat(links(Map.of("dbms.connector.http.enabled", "false"), NOW).of("neo4j", BLOB))
        .isEqualTo("ni:///sha-256;" + "A".repeat(43) + "?ct=image/png");
    assertThat(links(Map.of("dbms.unmanaged_extension_classes", ""), NOW).gateway()).isEmpty();
  }

  @Test
  void aLinkIsGoodUntilItExpires() {
    String[] parts = links().signed("neo4j", BLOB, 60).split("/");
    long expires = Long.parseLong(parts[7]);

    assertThat(expires).isEqualTo(1_000_060);
    assertThat(check(links(), "neo4j", expires, parts[8])).isEqualTo(Verdict.GOOD);
    assertThat(check(links(Map.of(), NOW.plusSeconds(59)), "neo4j", expires, parts[8]))
        .isEqualTo(Verdict.GOOD);
    assertThat(check(links(Map.of(), NOW.plusSeconds(60)), "neo4j", expires, parts[8]))
        .isEqualTo(Verdict.EXPIRED);
  }

  private static Verdict check(BlobLinks links, String database, long expires, String part) {
    return links.check(database, BLOB.digest(), expires, part);
  }

  @Test
  void nothingOfALinkCanBeChanged() {
    BlobLinks links = links();
    String part = links.signed("neo4j", BLOB, 60).split("/")[8];
    long expires = 1_000_060;
    assertThat(check(links, "other", expires, part)).isEqualTo(Verdict.FORGED);
    assertThat(check(links, "neo4j", expires + 1, part)).isEqualTo(Verdict.FORGED);
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(links.check("neo4j", BlobDigest.of(other), expires, part)).isEqualTo(Verdict.FORGED);
    for (int i = 0; i < part.length(); i++) {
      char changed = part.charAt(i) == 'x' ? 'y' : 'x';
      String forged = part.substring(0, i) + changed + part.substring(i + 1);
      assertThat(check(links, "neo4j", expires, forged)).as(forged).isEqualTo(Verdict.FORGED);
    }
    for (String forged : List.of("", ".", "x", part + "A", part.substring(0, 20), "é.é")) {
      assertThat(check(links, "neo4j", expires, forged)).as(forged).isEqualTo(Verdict.FORGED);
    }
  }

  @Test
  void keysAreMadeOnceForTheOwnerAloneAndCanBeRotated() throws IOException {
    String old = links().signed("neo4j", BLOB, 60).split("/")[8];
    String key = Files.readString(keys());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
        .isEqualTo("rw-------");
    assertThat(Files.list(keys().getParent())).containsExactly(keys());

    Files.writeString(keys(), "# newest first\n" + "A".repeat(43) + "=\n\n" + key);
    String young = links().signed("neo4j", BLOB, 60).split("/")[8];
    assertThat(young).isNotEqualTo(old);
    assertThat(check(links(), "neo4j", 1_000_060, old)).isEqualTo(Verdict.GOOD);
    assertThat(check(links(), "neo4j", 1_000_060, young)).isEqualTo(Verdict.GOOD);

    Files.writeString(keys(), "A".repeat(43) + "=\n");
    assertThat(check(links(), "neo4j", 1_000_060, old)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void aSpoiledKeyFileIsAnErrorThatDoesNotShowTheKey() throws IOException {
    Files.createDirectories(keys().getParent());
    Files.writeString(keys(), "secretButShort\n");
    assertThatThrownBy(() -> links().signed("neo4j", BLOB, 60))
        .isInstanceOf(CypherPlusError.class)
        .hasMessageContainingAll("line 1", "32 bytes in base64")
        .hasMessageNotContaining("secret");
    Files.writeString(keys(), "\n");
    assertThatThrownBy(() -> links().signed("neo4j", BLOB, 60)).hasMessageContaining("no key");
  }

  @Test
  void whatALinkNeedsIsSaid() {
    assertThatThrownBy(() -> links().signed("neo4j", BLOB, 604_801))
        .hasMessageContainingAll("1 to 604800", "panda.blob.gateway.max_link_age");
    assertThatThrownBy(() -> links().signed("neo4j", BLOB, -1)).hasMessageContaining("not for -1");
    assertThatThrownBy(
            () ->
                links(Map.of("dbms.security.http_auth_allowlist", "/,/browser.*"), NOW)
                    .signed("neo4j", BLOB, 60))
        .hasMessageContainingAll(
            "dbms.unmanaged_extension_classes=org.pandagraph.plugin.gateway=/panda (there)",
            "/panda/link/.* in dbms.security.http_auth_allowlist (missing)");
    assertThatThrownBy(
            () ->
                links(Map.of("dbms.unmanaged_extension_classes", ""), NOW)
                    .signed("neo4j", BLOB, 60))
        .hasMessageContaining("=/panda (missing)");
  }
}
