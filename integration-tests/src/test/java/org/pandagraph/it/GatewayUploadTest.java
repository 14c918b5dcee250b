/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Contents stored over HTTP; the shared server takes up to 20 MiB. */
@Tag("gateway")
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayUploadTest {
  private static final int MAX = 20 * 1024 * 1024;

  private PandaServer server;
  private HttpGateway gateway;

  @BeforeAll
  void server(SharedServer.Shared shared) {
    server = shared.server();
    gateway = new HttpGateway(server);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random().nextBytes(bytes);
    return bytes;
  }

  private static byte[] sha256(byte[] content) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(content);
  }

  private static String digestHeader(byte[] content) throws Exception {
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(content)) + ":";
  }

  @Test
  void theAnswerIsTheValueOfAProperty() throws Exception {
    byte[] png = Pictures.png(Pictures.plain(31, 17, Color.PINK));

    HttpResponse<byte[]> answer = gateway.post(png);

    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode json = HttpGateway.json(answer);
    String digest = HexFormat.of().formatHex(sha256(png));
    assertThat(json.get("digest").asText()).isEqualTo(digest);
    assertThat(json.get("length").asLong()).isEqualTo(png.length);
    assertThat(json.get("mime").asText()).isEqualTo("image/png");
    assertThat(json.get("url").asText()).endsWith("/panda/db/neo4j/blob/" + digest);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).isEqualTo(gateway.uri(HttpGateway.path(digest)));
    assertThat(gateway.get(HttpGateway.path(digest)).body()).isEqualTo(png);
    Map<String, Object> parameter = Map.of("b", json.get("reference").asText());
    server.query("CREATE (:Uploaded {photo: $b})", parameter);
    assertThat(server.value("MATCH (u:Uploaded) RETURN u.photo->width").asLong()).isEqualTo(31);
    server.query("MATCH (u:Uploaded) DELETE u");
  }

  @Test
  void asTextItIsTheReferenceAlone() {
    byte[] content = random(100);
    HttpResponse<byte[]> answer = gateway.post(content, "Accept", "text/plain");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(server.value("RETURN Blob.toBytes($b)", Map.of("b", HttpGateway.text(answer))))
        .satisfies(value -> assertThat(value.asByteArray()).isEqualTo(content));
  }

  @Test
  void withoutALengthAnnounced() {
    byte[] content = random(3_000_000);
    HttpResponse<byte[]> answer =
        gateway.send(
            HttpRequest.newBuilder(URI.create(gateway.uri("/db/neo4j/blob")))
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(content)))
                .header("Authorization", gateway.authorization()));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(HttpGateway.json(answer).get("length").asLong()).isEqualTo(3_000_000);
  }

  @Test
  void theDigestThatWasAnnounced() throws Exception {
    byte[] content = random(200_000);
    assertThat(gateway.post(content, "Content-Digest", digestHeader(content)).statusCode())
        .isEqualTo(201);
    byte[] other = random(200_000);
    HttpResponse<byte[]> refused = gateway.post(other, "Content-Digest", digestHeader(content));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(HttpGateway.errorCode(refused)).isEqualTo("Neo.ClientError.Request.Invalid");
    assertThat(gateway.get(HttpGateway.path(HexFormat.of().formatHex(sha256(other)))).statusCode())
        .isEqualTo(404);
    // Often: a client that is still sending must see the answer, too.
    for (int i = 0; i < 50; i++) {
      assertThat(gateway.post(other, "Content-Digest", "sha-256=:AAAA:").statusCode())
          .isEqualTo(400);
    }
    // Without its colons: it must not pass for a header that announces nothing.
    String bare = digestHeader(content).replace(":", "");
    assertThat(gateway.post(other, "Content-Digest", bare).statusCode()).isEqualTo(400);
    assertThat(gateway.post(other, "Content-Digest", "md5=:AAAA:").statusCode()).isEqualTo(201);
    assertThat(gateway.incoming()).isZero();
  }

  @Test
  void whatIsTooLongLeavesNothing() throws Exception {
    assertThat(gateway.post(random(MAX)).statusCode()).isEqualTo(201);
    // Announced: refused before a byte of it is read.
    try (Socket socket = gateway.raw(head("Content-Length: " + (MAX + 1) + "\n"))) {
      assertThat(HttpGateway.all(socket))
          .startsWith("HTTP/1.1 413")
          .contains("panda.blob.max_bytes");
    }
    // Not announced: refused when it gets too long.
    try (Socket socket = gateway.raw(head("Transfer-Encoding: chunked\n"))) {
      OutputStream out = socket.getOutputStream();
      byte[] chunk = random(1024 * 1024);
      for (int i = 0; i < 21; i++) {
        out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
        out.write(chunk);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      out.flush();
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 413");
    }
    assertThat(gateway.incoming()).isZero();
  }

  private String head(String headers) {
    return "POST /panda/db/neo4j/blob HTTP/1.1\nHost: x\nAuthorization: "
        + gateway.authorization()
        + "\n"
        + headers
        + "\n";
  }

  @Test
  void whatBreaksOffLeavesNothing() throws Exception {
    try (Socket socket = gateway.raw(head("Content-Length: 10000000\n"))) {
      socket.getOutputStream().write(random(1_000_000));
      socket.getOutputStream().flush();
      await(() -> gateway.incoming() == 1);
    }
    await(() -> gateway.incoming() == 0);
    assertThat(gateway.open()).isEmpty();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 1_200 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void wrappedContentsAreRefused() {
    byte[] content = random(10);
    assertThat(
            gateway.post(content, "Content-Type", "multipart/form-data; boundary=x").statusCode())
        .isEqualTo(415);
    assertThat(gateway.post(content, "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
    assertThat(gateway.post(content, "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void pagesOfOtherSitesStoreNothing() throws Exception {
    byte[] content = random(100);
    String own = URI.create(gateway.uri("")).getAuthority();
    String[][] foreign = {
      {"Sec-Fetch-Site", "cross-site"},
      {"Sec-Fetch-Site", "same-site", "Origin", "http://" + own},
      {"Origin", "http://evil.example.org"},
      {"Origin", "http://evil.example.org", "Content-Type", "text/plain; charset=utf-8"},
      {"Origin", "null"}
    };
    for (String[] headers : foreign) {
      HttpResponse<byte[]> refused = gateway.post(content, headers);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(HttpGateway.errorCode(refused)).isEqualTo("Neo.ClientError.Security.Forbidden");
    }
    String digest = HexFormat.of().formatHex(sha256(content));
    assertThat(gateway.get(HttpGateway.path(digest)).statusCode()).isEqualTo(404);
    assertThat(gateway.post(content, "Origin", "http://" + own).statusCode()).isEqualTo(201);
    // Which a browser sends after Neo4j has said that it may.
    assertThat(
            gateway
                .post(content, "Sec-Fetch-Site", "cross-site", "Content-Type", "image/png")
                .statusCode())
        .isEqualTo(201);
    assertThat(
            gateway
                .post(content, "Sec-Fetch-Site", "same-origin", "Origin", "http://" + own)
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void aFormTypeDoesNotMatter() {
    byte[] content = "a=b&c=d".getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> answer =
        gateway.post(content, "Content-Type", "application/x-www-form-urlencoded");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(
            gateway.get(HttpGateway.path(HttpGateway.json(answer).get("digest").asText())).body())
        .isEqualTo(content);
  }

  @Test
  void nobodyStoresWithoutALogin() {
    HttpResponse<byte[]> answer =
        gateway.send(
            HttpRequest.newBuilder(URI.create(gateway.uri("/db/neo4j/blob")))
                .POST(BodyPublishers.ofByteArray(random(10))));
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void aPasswordThatHasToBeChangedOpensNothing() {
    server.query("CREATE USER newcomer SET PASSWORD 'secret12'");
    try {
      String login =
          "Basic "
              + Base64.getEncoder()
                  .encodeToString("newcomer:secret12".getBytes(StandardCharsets.UTF_8));
      HttpResponse<byte[]> answer =
          gateway.getWithoutLogin(
              gateway.uri(HttpGateway.path("0".repeat(64))), "Authorization", login);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(HttpGateway.errorCode(answer))
          .isEqualTo("Neo.ClientError.Security.CredentialsExpired");
    } finally {
      server.query("DROP USER newcomer");
    }
  }
}
