/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/** A Neo4j whose AIPM service answers nonsense, then is not there at all, then Neo4j restarts. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AipmFaultsTest {
  private static final byte[] PICTURE = Pictures.png(Pictures.plain(64, 48, Color.GREEN));

  private final FakeAipm aipm = new FakeAipm("<html>It works!</html>");
  private PandaServer server;

  @BeforeAll
  void start() {
    server =
        PandaServer.start(
            options -> {
              options.boltPort = 0;
              options.httpPort = 0;
              options.noAipm = true;
              options.noAuth = true;
              options.settings.put("panda.aipm.url", aipm.uri());
              options.settings.put("panda.aipm.timeout", "3s");
            });
    server.query("CREATE (:Fault {photo: $photo})", Map.of("photo", PICTURE));
  }

  @AfterAll
  void stop() {
    server.close();
    aipm.close();
  }

  @Test
  @Order(1)
  void garbageIsToldFromAnAnswer() {
    Neo4jException error = failure("MATCH (n:Fault) RETURN n.photo->faceCount");

    assertThat(error.getMessage()).contains("AIPM").doesNotContain("panda.internal");
    assertThat(error.code()).startsWith("Neo.");
    assertThat(aipm.requests()).isPositive();
    assertHealthy();
  }

  @Test
  @Order(2)
  void aServiceThatIsDownIsNamed() {
    aipm.close();

    Neo4jException error = failure("MATCH (n:Fault) RETURN n.photo->faceCount");

    assertThat(error.getMessage()).contains("AIPM").contains(aipm.uri());
    assertHealthy();
  }

  @Test
  @Order(3)
  void blobsAreStillThereAfterARestart() {
    server.restart();

    assertThat(server.value("MATCH (n:Fault) RETURN Blob.toBytes(n.photo)").asByteArray())
        .isEqualTo(PICTURE);
    assertHealthy();
  }

  private Neo4jException failure(String query) {
    try (Session session = server.driver().session();
        Transaction transaction = session.beginTransaction()) {
      transaction.run("CREATE (:Undone)").consume();
      Neo4jException error =
          catchThrowableOfType(Neo4jException.class, () -> transaction.run(query).consume());
      assertThat(error).isNotNull();
      return error;
    }
  }

  /** Texts are compared without the service, and the failed transaction has left nothing. */
  private void assertHealthy() {
    assertThat(server.value("RETURN 'abc' ~:jaro 'abcd'").asBoolean()).isTrue();
    assertThat(server.value("MATCH (n:Undone) RETURN count(n)").asInt()).isZero();
  }
}
