/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Whatever a user hands in that cannot be: each gives an error that says what was wrong and where,
 * with a status code, and leaves the transaction and the server healthy.
 */
@Tag("bad-input")
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final String ARGUMENT = "Neo.ClientError.Statement.ArgumentError";
  private static final String EXTERNAL = "Neo.ClientError.Statement.ExternalResourceFailed";
  private static final String SEMANTIC = "Neo.ClientError.Statement.SemanticError";
  private static final String SYNTAX = "Neo.ClientError.Statement.SyntaxError";
  private static final String TYPE = "Neo.ClientError.Statement.TypeError";

  private PandaServer server;
  private PictureWeb web;

  /**
   * A query that must fail.
   *
   * @param query with {@code WEB} for the test's web server and {@code PORT} for its port
   * @param code the status code
   * @param says what the message must contain
   */
  record Bad(String name, String query, String code, String... says) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  void files(SharedServer.Shared shared) throws IOException {
    server = shared.server();
    web = shared.web();
    byte[] jpeg = Pictures.jpeg(Pictures.plain(200, 100, Color.RED));
    server.importFile("good.jpg", jpeg);
    server.importFile("truncated.jpg", BadContents.truncated(jpeg));
    server.importFile("bomb.png", BadContents.pngBomb());
    server.importFile("locked.pdf", BadContents.lockedPdf());
    server.importFile("empty.jpg", new byte[0]);
    server.importFile("text.jpg", "This is no picture.".getBytes(StandardCharsets.UTF_8));
    web.put("/good.jpg", jpeg);
    Path link = server.home().importDirectory().resolve("link.txt");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, server.home().configuration());
  }

  static Stream<Bad> unreachable() {
    return Stream.of(
        new Bad("unknown scheme", "RETURN <gopher://a/b.png> AS b", SYNTAX, "gopher"),
        new Bad("malformed base64", "RETURN <base64://a*b=> AS b", SYNTAX, "base64"),
        new Bad("outside the import directory", "RETURN <file:///etc/passwd> AS b", EXTERNAL),
        new Bad("above the import directory", "RETURN <file://../conf/neo4j.conf> AS b", EXTERNAL),
        new Bad("through a symbolic link", "RETURN <file://link.txt> AS b", EXTERNAL),
        new Bad(
            "a file that is not there", "RETURN <file://nobody.jpg> AS b", EXTERNAL, "nobody.jpg"),
        new Bad("loopback", "RETURN <http://127.0.0.1:PORT/good.jpg> AS b", EXTERNAL, "127.0.0.1"),
        new Bad("IPv6 loopback", "RETURN <http://[::1]:PORT/good.jpg> AS b", EXTERNAL),
        new Bad("link-local", "RETURN <http://169.254.169.254/latest/> AS b", EXTERNAL, "169.254"),
        new Bad("private", "RETURN <http://10.0.0.1/good.jpg> AS b", EXTERNAL, "10.0.0.1"),
        new Bad(
            "a name of loopback",
            "RETURN <http://localhost:PORT/good.jpg> AS b",
            EXTERNAL,
            "localhost"),
        new Bad(
            "a host not allowed",
            "RETURN <http://example.org/good.jpg> AS b",
            EXTERNAL,
            "example.org"),
        new Bad(
            "a redirect to loopback",
            "RETURN <WEB/redirect?http://127.0.0.1:PORT/good.jpg> AS b",
            EXTERNAL,
            "127.0.0.1"),
        new Bad("a redirect to a file", "RETURN <WEB/redirect?file:///etc/passwd> AS b", EXTERNAL),
        new Bad("a page that is not there", "RETURN <WEB/none.jpg> AS b", EXTERNAL, "404"),
        new Bad("five gigabytes announced", "RETURN <WEB/huge> AS b", ARGUMENT),
        new Bad("five gigabytes unannounced", "RETURN <WEB/huge-unannounced> AS b", ARGUMENT),
        new Bad("a server that trickles", "RETURN <WEB/slow> AS b", EXTERNAL));
  }

  static Stream<Bad> wrong() {
    return Stream.of(
        new Bad(
            "unknown sub-property",
            "RETURN <file://good.jpg>->widht AS x",
            SEMANTIC,
            "widht",
            "width"),
        new Bad("sub-property of a number", "RETURN 1->width AS x", TYPE, "width"),
        new Bad("unknown algorithm", "RETURN 'a' ~:jaroo 'b' AS x", SEMANTIC, "jaroo", "jaro"),
        new Bad("threshold of 1.5", "RETURN 'a' ~:jaro/1.5 'b' AS x", SYNTAX, "1.5"),
        new Bad("numbers compared", "RETURN 1 :: 2 AS x", TYPE, "::"),
        new Bad("operand glued to an operator", "RETURN 'a' ~:b AS x", SYNTAX));
  }

  static Stream<Bad> unreadable() {
    return Stream.of(
        new Bad("truncated JPEG", "RETURN <file://truncated.jpg>->faces AS x", ARGUMENT),
        new Bad("PNG bomb", "RETURN <file://bomb.png>->faces AS x", ARGUMENT),
        new Bad(
            "PDF with a password", "RETURN <file://locked.pdf>->text AS x", ARGUMENT, "password"),
        new Bad("empty file as a picture", "RETURN <file://empty.jpg>->width AS x", SEMANTIC),
        new Bad("text as a picture", "RETURN <file://text.jpg>->faces AS x", SEMANTIC));
  }

  @ParameterizedTest
  @MethodSource({"unreachable", "wrong", "unreadable"})
  void isAnErrorThatSaysWhatAndWhere(Bad bad) {
    String query = bad.query().replace("WEB", web.uri("")).replace("PORT", "" + web.port());
    try (Session session = server.driver().session()) {
      Neo4jException error;
      try (Transaction transaction = session.beginTransaction()) {
        transaction.run("CREATE (:BadInput)").consume();
        error = catchThrowableOfType(Neo4jException.class, () -> transaction.run(query).consume());
      }

      assertThat(error).as("an error for " + query).isNotNull();
      assertThat(List.of(bad.says()))
          .allSatisfy(word -> assertThat(error.getMessage()).contains(word));
      assertThat(error.getMessage())
          .contains("line 1, column ")
          .contains(query)
          .doesNotContain("panda.internal")
          .doesNotContain("Exception");
      assertThat(error.code()).as(error.getMessage()).isEqualTo(bad.code());
      // The same session goes on, and what the failed transaction wrote is gone.
      assertThat(session.run("MATCH (n:BadInput) RETURN count(n)").single().get(0).asInt())
          .isZero();
      assertThat(session.run("RETURN 'a' ~:jaro 'a'").single().get(0).asBoolean()).isTrue();
    }
  }

  @Test
  void aThresholdParameterOutOfRange() {
    try (Session session = server.driver().session()) {
      Neo4jException error =
          catchThrowableOfType(
              Neo4jException.class,
              () ->
                  session
                      .run("RETURN 'a' ~:jaro/$t 'b'", org.neo4j.driver.Values.parameters("t", 1.5))
                      .consume());

      assertThat(error.code()).isEqualTo(ARGUMENT);
      assertThat(error.getMessage()).contains("1.5");
    }
  }

  @Test
  void theMetadataOfADamagedPictureStaysReadable() {
    assertThat(server.value("RETURN <file://truncated.jpg>->mime").asString())
        .isEqualTo("image/jpeg");
    assertThat(server.value("RETURN <file://bomb.png>->length").asLong()).isPositive();
    assertThat(server.value("RETURN <file://empty.jpg>->length").asLong()).isZero();
  }
}
