/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.pandagraph.client.BlobAccessException;
import org.pandagraph.client.BlobGateway;
import org.pandagraph.client.BlobInputStream;
import org.pandagraph.client.BlobReference;

/** What Java applications use beside their driver, and the example that its README gives. */
@Tag("clients")
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlobClientTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  private PandaServer server;

  @BeforeAll
  void server(SharedServer.Shared shared) {
    System.out.println("BlobClientTest: -Dtests.seed=" + SEED);
    server = shared.server();
  }

  private static byte[] random(int length) {
    byte[] content = new byte[length];
    new Random(SEED + length).nextBytes(content);
    return content;
  }

  private String stored(byte[] content) {
    return server.value("RETURN Blob.fromBytes($c)", Map.of("c", content)).asString();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        1,
        BlobInputStream.WINDOW_BYTES - 1,
        BlobInputStream.WINDOW_BYTES,
        BlobInputStream.WINDOW_BYTES + 1,
        2 * BlobInputStream.WINDOW_BYTES + 12_345
      })
  void aSessionGivesTheContent(int length) throws IOException {
    byte[] content = random(length);
    String blob = stored(content);
    try (Session session = server.driver().session();
        InputStream in = BlobInputStream.open(session, blob)) {
      assertThat(in.readAllBytes()).isEqualTo(content);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(session.run("RETURN 1").single().get(0).asInt()).isEqualTo(1);
    }
  }

  @Test
  void transactionsGiveItToo() throws IOException {
    byte[] content = random(5_000_000);
    String blob = stored(content);
    try (Session session = server.driver().session()) {
      try (Transaction transaction = session.beginTransaction()) {
        assertThat(BlobInputStream.open(transaction, blob).readAllBytes()).isEqualTo(content);
      }
      byte[] managed =
          session.readTransaction(
              tx -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try {
                  BlobInputStream.open(tx::run, blob).transferTo(out);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
                return out.toByteArray();
              });
      assertThat(managed).isEqualTo(content);
    }
  }

  @Test
  void aStreamMayBeLeftAnywhere() throws IOException {
    byte[] content = random(9_000_000);
    String blob = stored(content);
    try (Session session = server.driver().session()) {
      for (int length : new int[] {0, 1, 600_000, 5_000_000}) {
        try (InputStream in = BlobInputStream.open(session, blob)) {
          assertThat(in.readNBytes(length)).isEqualTo(java.util.Arrays.copyOf(content, length));
        }
      }
      assertThat(session.run("RETURN 1").single().get(0).asInt()).isEqualTo(1);
    }
  }

  @Test
  void failuresAreIoExceptionsWithTheServersCode() {
    String unknown = "pandablob:1:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFA:7:text/plain";
    try (Session session = server.driver().session()) {
      InputStream in = BlobInputStream.open(session, unknown);
      BlobAccessException failure =
          catchThrowableOfType(BlobAccessException.class, in::readAllBytes);
      assertThat(failure.code()).isEqualTo("Neo.DatabaseError.General.StorageDamageDetected");
      assertThat(failure).hasMessageContaining("does not hold the content");
      assertThatThrownBy(in::read).isSameAs(failure);
    }
    assertThatThrownBy(() -> BlobInputStream.open(server.driver().session(), "photo.jpg"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("photo.jpg");
  }

  @Test
  void storingOverTheGateway() throws Exception {
    byte[] content = random(7_000_000);
    BlobReference stored = gateway("neo4j").store(new ByteArrayInputStream(content));
    assertThat(stored.length()).isEqualTo(content.length);
    try (Session session = server.driver().session()) {
      assertThat(BlobInputStream.open(session, stored.toString()).readAllBytes())
          .isEqualTo(content);
    }
  }

  private BlobGateway gateway(String database) {
    return new BlobGateway(gatewayUri(), database, server.user(), server.password());
  }

  private URI gatewayUri() {
    return URI.create(server.endpoints().httpUri().replaceFirst("/+$", "") + "/panda/");
  }

  @Test
  void whatTheGatewayRefusesIsAnIoExceptionWithItsCode() {
    InputStream content = new ByteArrayInputStream(random(10));
    assertThat(
            catchThrowableOfType(BlobAccessException.class, () -> gateway("nobody").store(content))
                .code())
        .isEqualTo("Neo.ClientError.Database.DatabaseNotFound");
    assertThat(
            catchThrowableOfType(
                    BlobAccessException.class,
                    () -> new BlobGateway(gatewayUri(), "neo4j", "nobody", "wrong").store(content))
                .code())
        .isEqualTo("Neo.ClientError.Security.Unauthorized");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    assertThatThrownBy(() -> gateway("neo4j").store(broken)).isInstanceOf(IOException.class);
  }

  @Test
  void theExampleRunsWithDriver44(@TempDir Path folder) throws Exception {
    String tests = System.getProperty("java.class.path");
    String driver =
        Stream.of(tests.split(File.pathSeparator, -1))
            .filter(jar -> jar.matches(".*/(neo4j-java-driver|reactive-streams|netty|slf4j)[^/]*"))
            .collect(Collectors.joining(File.pathSeparator));
    theExampleRuns(driver, folder);
  }

  @Test
  void theExampleRunsWithDriver5(@TempDir Path folder) throws Exception {
    theExampleRuns(Repository.PARTS.resolve("examples/academic") + "/*", folder);
  }

  /** As the README says: with the module, a driver and nothing else on the class path. */
  private void theExampleRuns(String driver, Path folder) throws Exception {
    String readme = Files.readString(Repository.ROOT.resolve("blob-client/README.md"));
    String source = readme.split("```java\n", 2)[1].split("```", 2)[0];
    Path example = Files.writeString(folder.resolve("Example.java"), source);
    Path picture = Files.write(folder.resolve("photo.jpg"), random(100_000));
    Path copy = folder.resolve("copy.jpg");
    String client =
        Path.of(BlobInputStream.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();

    Programs.run(
        List.of(
            Programs.JAVA,
            "-Xmx256m",
            "-cp",
            client + File.pathSeparator + driver,
            example.toString(),
            server.endpoints().boltUri(),
            server.user(),
            server.home().passwordFile().toString(),
            picture.toString(),
            copy.toString()),
        Map.of());

    assertThat(copy).hasSameBinaryContentAs(picture);
  }
}
