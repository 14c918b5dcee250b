/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.exceptions.ClientException;
import org.pandagraph.servers.BitRot;

/** Links that need no login, until they expire. */
@Tag("gateway")
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayLinkTest {
  private PandaServer server;
  private HttpGateway gateway;
  private byte[] picture;
  private String reference;

  @BeforeAll
  void picture(SharedServer.Shared shared) {
    server = shared.server();
    gateway = new HttpGateway(server);
    picture = Pictures.png(Pictures.plain(64, 48, Color.ORANGE));
    reference = HttpGateway.json(gateway.post(picture)).get("reference").asText();
  }

  private String link(long seconds) {
    return server.value("RETURN Blob.url($b, $s)", Map.of("b", reference, "s", seconds)).asString();
  }

  @Test
  void aLinkShowsThePicture() {
    HttpResponse<byte[]> answer = gateway.getWithoutLogin(link(600));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(picture);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("inline");
    assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
        .hasValue("cross-origin");
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
        .matches("private, max-age=(600|59\\d), immutable");
    assertThat(gateway.getWithoutLogin(link(600), "Range", "bytes=0-3").body())
        .isEqualTo(java.util.Arrays.copyOf(picture, 4));
    HttpResponse<byte[]> head =
        gateway.send(
            HttpRequest.newBuilder(URI.create(link(600))).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length")).hasValue("" + picture.length);
  }

  /** Why a content cannot be read is for who may log in. */
  @Test
  void aLinkTellsNothingOfTheStore() throws IOException {
    byte[] bytes = "damaged".getBytes(UTF_8);
    String digest = gateway.stored(bytes);
    String link =
        server.value("RETURN Blob.url(Blob.fromBytes($c), 600)", Map.of("c", bytes)).asString();
    BitRot.flip(gateway.file(digest), 3);

    HttpResponse<byte[]> withLogin = gateway.get(HttpGateway.path(digest));
    HttpResponse<byte[]> withLink = gateway.getWithoutLogin(link);

    assertThat(withLink.statusCode()).isEqualTo(500).isEqualTo(withLogin.statusCode());
    assertThat(HttpGateway.errorCode(withLink)).isEqualTo(HttpGateway.errorCode(withLogin));
    assertThat(new String(withLogin.body(), UTF_8)).contains(digest);
    assertThat(new String(withLink.body(), UTF_8))
        .contains("debug.log says why")
        .doesNotContain(digest);
  }

  @Test
  void anExpiredLinkIsGone() throws InterruptedException {
    String link = link(1);
    long expires = Long.parseLong(link.split("/")[7]);
    while (System.currentTimeMillis() / 1_000 < expires) {
      Thread.sleep(100);
    }
    HttpResponse<byte[]> answer = gateway.getWithoutLogin(link);
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(HttpGateway.errorCode(answer)).isEqualTo("Neo.ClientError.Security.TokenExpired");
  }

  @Test
  void whatWasChangedIsForged() {
    String[] parts = link(600).split("/");
    long later = Long.parseLong(parts[7]) + 1;
    String signature = parts[8];
    for (int changed : new int[] {5, 6, 7, 8}) {
      String[] forged = parts.clone();
      forged[changed] =
          switch (changed) {
            case 5 -> "other";
            case 6 -> "0".repeat(64);
            case 7 -> "" + later;
            default -> signature.substring(0, signature.length() - 2) + "AA";
          };
      HttpResponse<byte[]> answer = gateway.getWithoutLogin(String.join("/", forged));
      assertThat(answer.statusCode()).as(String.join("/", forged)).isEqualTo(403);
      assertThat(HttpGateway.errorCode(answer)).isEqualTo("Neo.ClientError.Security.Forbidden");
    }
    assertThat(gateway.getWithoutLogin(gateway.uri("/link/neo4j/x/1/y")).statusCode())
        .isEqualTo(404);
    assertThat(
            gateway
                .getWithoutLogin(
                    gateway.uri("/link/neo4j/" + parts[6] + "/99999999999999999999/" + signature))
                .statusCode())
        .isEqualTo(404);
    HttpRequest.Builder post =
        HttpRequest.newBuilder(URI.create(String.join("/", parts)))
            .POST(BodyPublishers.ofString("x"));
    assertThat(gateway.send(post).statusCode()).isEqualTo(405);
  }

  @Test
  void aLinkToWhatIsNotThere() {
    String nothing = "pandablob:1:" + "A".repeat(43) + ":1:image/png";
    String link = server.value("RETURN Blob.url($b, 60)", Map.of("b", nothing)).asString();
    assertThat(gateway.getWithoutLogin(link).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyForAWhile() {
    for (long seconds : new long[] {-1, 7 * 24 * 60 * 60 + 1}) {
      assertThatThrownBy(() -> link(seconds))
          .isInstanceOf(ClientException.class)
          .hasMessageContainingAll("1 to 604800", "not for " + seconds);
    }
    assertThat(server.value("RETURN Blob.url(null, 60)").isNull()).isTrue();
  }

  @Test
  void theKeysAreTheirOwnersAlone() throws Exception {
    link(1);
    Path keys = server.home().data().resolve("panda/gateway.keys");
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(keys)))
        .isEqualTo("rw-------");
  }

  /** In Neo4j Browser: the query's answer is a link, and a click on it shows the picture. */
  @Test
  void browserShowsThePictureBehindAClick() throws Exception {
    Path chromium = ClientPrograms.chromium();
    Path screenshot = Repository.TARGET.resolve("browser-picture.png");

    String said =
        Programs.run(
            List.of(
                "node",
                ClientPrograms.folder().resolve("click.js").toString(),
                chromium.toString(),
                server.endpoints().browserUri(),
                server.endpoints().boltUri(),
                server.user(),
                server.password(),
                "RETURN Blob.url('" + reference + "', 600) AS photo",
                screenshot.toString()),
            Map.of());

    assertThat(said.strip()).isEqualTo("64 x 48");
  }
}
