/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.servers.BitRot;

/** Contents in pieces over Bolt, from a file store. */
class BlobStreamTest {
  private static final int KIB = 1024;
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  private static RunningDbms dbms;

  @BeforeAll
  static void start() {
    System.out.println("BlobStreamTest: -Dtests.seed=" + SEED);
    dbms = RunningDbms.start();
  }

  @AfterAll
  static void stop() {
    dbms.close();
  }

  private static byte[] random(int length) {
    byte[] content = new byte[length];
    new Random(SEED + length).nextBytes(content);
    return content;
  }

  private static String stored(byte[] content) {
    return (String)
        dbms.rows("RETURN Blob.fromBytes($c) AS b", Map.of("c", content)).get(0).get("b");
  }

  private static Path fileOf(String blob) {
    String digest = (String) dbms.rows("RETURN $b->digest AS d", Map.of("b", blob)).get(0).get("d");
    try (Stream<Path> files = Files.walk(dbms.home().resolve("data/panda"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(digest))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of the store that this process, in which Neo4j runs, has open. */
  private static long openContents() {
    Path store = dbms.home().resolve("data/panda");
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(link -> target(link).startsWith(store)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException closedMeanwhile) {
      return Path.of("");
    }
  }

  private static byte[] joined(List<Map<String, Object>> rows, long offset) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Map<String, Object> row : rows) {
      assertThat(row.get("offset")).isEqualTo(offset + all.size());
      all.writeBytes((byte[]) row.get("bytes"));
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"0,1024", "1,1024", "1023,1024", "1024,1024", "1025,1024", "700000,65536"})
  void theChunksAreTheContent(int length, int chunkBytes) {
    byte[] content = random(length);

    List<Map<String, Object>> rows =
        dbms.rows(
            "CALL panda.blob.stream($b, $c) YIELD offset, bytes RETURN offset, bytes",
            Map.of("b", stored(content), "c", chunkBytes));

    assertThat(joined(rows, 0)).isEqualTo(content);
    assertThat(rows).hasSize((length + chunkBytes - 1) / chunkBytes);
  }

  @Test
  void anyRange() {
    byte[] content = random(10_000);
    String blob = stored(content);
    Random random = new Random(SEED);
    for (int i = 0; i < 50; i++) {
      int offset = random.nextInt(content.length + 1);
      int length = random.nextInt(2 * content.length);
      byte[] range =
          java.util.Arrays.copyOfRange(content, offset, Math.min(content.length, offset + length));

      List<Map<String, Object>> rows =
          dbms.rows(
              "CALL panda.blob.stream($b, 1024, $o, $l)",
              Map.of("b", blob, "o", offset, "l", length));

      assertThat(joined(rows, offset)).as("%d bytes from %d", length, offset).isEqualTo(range);
    }
  }

  @Test
  void bytesStreamToo() {
    byte[] content = random(5_000);
    assertThat(joined(dbms.rows("CALL panda.blob.stream($b, 1024, 7)", Map.of("b", content)), 7))
        .isEqualTo(java.util.Arrays.copyOfRange(content, 7, 5_000));
  }

  @Test
  void ofNullNothing() {
    Map<String, Object> none = new HashMap<>();
    none.put("b", null);
    assertThat(dbms.rows("CALL panda.blob.stream($b)", none)).isEmpty();
  }

  @Test
  void whatCannotBeIsSaid() {
    String blob = stored(random(2_000));
    assertThatThrownBy(() -> dbms.rows("CALL panda.blob.stream('text')"))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("takes a blob");
    assertThatThrownBy(() -> dbms.rows("CALL panda.blob.stream($b, 10)", Map.of("b", blob)))
        .isInstanceOf(ClientException.class)
        .hasMessageContainingAll("from 1024 to 16777216", "not 10");
    assertThatThrownBy(() -> dbms.rows("CALL panda.blob.stream($b, null)", Map.of("b", blob)))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("chunkBytes");
    assertThatThrownBy(() -> dbms.rows("CALL panda.blob.stream($b, 1024, 2001)", Map.of("b", blob)))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("it has 2000 bytes");
    assertThatThrownBy(
            () -> dbms.rows("CALL panda.blob.stream($b, 1024, 0, -1)", Map.of("b", blob)))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("not -1");
  }

  @Test
  void chunksAreReadAsTheyArePulled() throws IOException {
    int chunk = 64 * KIB;
    byte[] content = random(200 * chunk);
    String blob = stored(content);
    try (Session session =
        dbms.driver().session(SessionConfig.builder().withFetchSize(2).build())) {
      Result result = session.run("CALL panda.blob.stream($b, $c)", Map.of("b", blob, "c", chunk));
      assertThat(result.next().get("bytes").asByteArray()).hasSize(chunk);
      assertThat(openContents()).isEqualTo(1);

      // What was not pulled was not read: it can still be spoiled.
      BitRot.flip(fileOf(blob), 150L * chunk);
      assertThatThrownBy(
              () -> {
                while (result.hasNext()) {
                  result.next();
                }
              })
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("digest");
    }
    assertThat(openContents()).isZero();
  }

  @Test
  void theEndOfADamagedContentIsNeverGiven() throws IOException {
    String blob = stored(random(10 * KIB));
    BitRot.flip(fileOf(blob), 5);
    try (Session session = dbms.session()) {
      Result result = session.run("CALL panda.blob.stream($b, 1024)", Map.of("b", blob));
      long[] received = {0};
      assertThatThrownBy(
              () -> {
                while (result.hasNext()) {
                  received[0] += result.next().get("bytes").asByteArray().length;
                }
              })
          .isInstanceOfSatisfying(
              Neo4jException.class,
              e ->
                  assertThat(e.code())
                      .isEqualTo("Neo.DatabaseError.General.StorageDamageDetected"));
      assertThat(received[0]).isLessThan(10 * KIB);
    }
    assertThat(openContents()).isZero();
  }

  @Test
  void aDroppedResultClosesTheContent() {
    String blob = stored(random(3_000 * KIB));
    Map<String, Object> parameters = Map.of("b", blob);
    try (Session session =
        dbms.driver().session(SessionConfig.builder().withFetchSize(2).build())) {
      Result discarded = session.run("CALL panda.blob.stream($b, 1024)", parameters);
      discarded.next();
      assertThat(openContents()).isEqualTo(1);
      discarded.consume();
      assertThat(openContents()).isZero();

      List<Record> limited =
          session
              .run(
                  "CALL panda.blob.stream($b, 1024) YIELD offset RETURN offset LIMIT 2", parameters)
              .list();
      assertThat(limited).hasSize(2);
      assertThat(openContents()).isZero();

      try (Transaction transaction = session.beginTransaction()) {
        transaction.run("CALL panda.blob.stream($b, 1024)", parameters).next();
        assertThat(openContents()).isEqualTo(1);
        transaction.rollback();
      }
      assertThat(openContents()).isZero();
    }
  }

  @Test
  void aTerminatedTransactionStopsAndCloses() {
    String blob = stored(random(3_001 * KIB));
    try (Session session =
        dbms.driver().session(SessionConfig.builder().withFetchSize(2).build())) {
      Result result = session.run("CALL panda.blob.stream($b, 1024)", Map.of("b", blob));
      result.next();
      dbms.rows(
          "CALL dbms.listTransactions() YIELD transactionId, currentQuery"
              + " WHERE currentQuery STARTS WITH 'CALL panda.blob.stream'"
              + " CALL dbms.killTransaction(transactionId) YIELD message RETURN message");
      assertThatThrownBy(result::list).isInstanceOf(Neo4jException.class);
    }
    assertThat(openContents()).isZero();
  }
}
