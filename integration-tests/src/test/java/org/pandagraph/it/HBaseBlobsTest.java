/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;
import org.pandagraph.servers.HBaseServer;

/** The plugin's own jar with the HBase client inside it, in a stock Neo4j, on a real HBase. */
@Tag("faults")
@Timeout(400)
class HBaseBlobsTest {
  private static final int LENGTH = 2_500_000;

  @Test
  void contentsGoToHBaseAndComeBackAndADeadHBaseIsSaid() throws Exception {
    byte[] content = new byte[LENGTH];
    new Random(1).nextBytes(content);
    try (HBaseServer hbase = HBaseServer.start();
        PandaServer server =
            PandaServer.start(
                options -> {
                  options.noAipm = true;
                  options.settings.put("panda.blob.store", "hbase");
                  options.settings.put("panda.blob.hbase.quorum", hbase.quorum());
                  options.settings.put("panda.blob.hbase.regions", "2");
                  options.settings.put("panda.blob.hbase.connect_timeout", "10s");
                  options.settings.put("panda.blob.hbase.operation_timeout", "12s");
                  options.settings.put("panda.blob.hbase.rpc_timeout", "5s");
                })) {
      server.query(
          "CREATE (:Kept {small: Blob.fromBytes($small), large: Blob.fromBytes($large)})",
          Map.of("small", new byte[] {1, 2, 3}, "large", content));
      Record kept =
          server
              .query(
                  "MATCH (k:Kept) RETURN Blob.toBytes(k.small) AS small,"
                      + " Blob.toBytes(k.large) AS large,"
                      + " Blob.toBytes(k.large, 1048570, 20) AS range")
              .get(0);
      assertThat(kept.get("small").asByteArray()).containsExactly(1, 2, 3);
      assertThat(kept.get("large").asByteArray()).isEqualTo(content);
      assertThat(kept.get("range").asByteArray())
          .isEqualTo(Arrays.copyOfRange(content, 1_048_570, 1_048_590));
      HttpGateway gateway = new HttpGateway(server);
      String digest = servedByTheGateway(gateway, content);
      assertThat(server.home().data().resolve("panda/blobs")).doesNotExist();

      hbase.kill();
      assertRefusedByTheGateway(gateway, digest);
      assertThatThrownBy(() -> server.query("MATCH (k:Kept) RETURN Blob.toBytes(k.small) AS b"))
          .isInstanceOf(Neo4jException.class)
          .hasMessageContaining(hbase.quorum());
      assertThat(server.value("MATCH (k:Kept) RETURN count(*)").asInt()).isEqualTo(1);
      hbase.restart();
      awaitAnswer(server);
      assertThat(gateway.get(HttpGateway.path(digest)).statusCode()).isEqualTo(200);

      for (String log : List.of("neo4j.log", "debug.log", "neo4j-console.log")) {
        Path file = server.home().logs().resolve(log);
        assertThat(Files.exists(file) ? Files.readString(file) : "")
            .as(log)
            .doesNotContain("log4j:", "SLF4J", "Failed to load `", "hbase-client");
      }
    }
  }

  /** Stores a content and reads it again; gives its digest. */
  private static String servedByTheGateway(HttpGateway gateway, byte[] content) {
    byte[] other = content.clone();
    other[0]++;
    String digest = gateway.stored(other);
    assertThat(gateway.get(HttpGateway.path(digest)).body()).isEqualTo(other);
    HttpResponse<byte[]> range =
        gateway.get(HttpGateway.path(digest), "Range", "bytes=1048570-1048589");
    assertThat(range.statusCode()).isEqualTo(206);
    assertThat(range.body()).isEqualTo(Arrays.copyOfRange(other, 1_048_570, 1_048_590));
    HttpResponse<byte[]> absent = gateway.get(HttpGateway.path("0".repeat(64)));
    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(HttpGateway.errorCode(absent)).isEqualTo("Neo.ClientError.Statement.EntityNotFound");
    return digest;
  }

  private static void assertRefusedByTheGateway(HttpGateway gateway, String digest) {
    for (HttpResponse<byte[]> answer :
        List.of(gateway.get(HttpGateway.path(digest)), gateway.post(new byte[] {4, 5, 6}))) {
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(HttpGateway.errorCode(answer)).startsWith("Neo.TransientError.");
    }
    assertThat(HttpGateway.text(gateway.get("/metrics")))
        .contains("panda_blob_hbase_failed_attempts_total{database=\"neo4j\",error=");
  }

  /** Its regions are opened a little after HBase takes requests. */
  private static void awaitAnswer(PandaServer server) throws InterruptedException {
    for (int i = 0; ; i++) {
      try {
        assertThat(server.value("MATCH (k:Kept) RETURN Blob.toBytes(k.small)").asByteArray())
            .containsExactly(1, 2, 3);
        return;
      } catch (Neo4jException notYet) {
        if (i == 20) {
          throw notYet;
        }
        Thread.sleep(1000);
      }
    }
  }
}
