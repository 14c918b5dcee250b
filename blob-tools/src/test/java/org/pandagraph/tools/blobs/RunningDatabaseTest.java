/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.pandagraph.distribution.ExitCode;

/** What is asked of a running Neo4j. */
final class RunningDatabaseTest {
  @TempDir private static Path home;
  private static DatabaseManagementService dbms;
  private static Driver driver;

  @BeforeAll
  static void start() {
    dbms =
        new DatabaseManagementServiceBuilder(home)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
            .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
            .build();
    int port =
        ((GraphDatabaseAPI) dbms.database("neo4j"))
            .getDependencyResolver()
            .resolveDependency(ConnectorPortRegister.class)
            .getLocalAddress(BoltConnector.NAME)
            .getPort();
    driver = GraphDatabase.driver("bolt://127.0.0.1:" + port, AuthTokens.none());
  }

  @AfterAll
  static void stop() {
    driver.close();
    dbms.shutdown();
  }

  @Test
  void checksAndCollects() throws Exception {
    try (Session session = driver.session()) {
      session.run("CREATE (:P {b: Blob.fromUTF8String('kept')})").consume();
      session.run("RETURN Blob.fromUTF8String('orphan')").consume();
    }
    assertThat(output(s -> CheckCommand.check(s, false), ExitCode.OK))
        .contains("blobs check: OK: ", "nodes 1,", "missing 0", "orphans 1", "orphan bytes 6");
    Thread.sleep(1_100);
    assertThat(output(s -> CollectCommand.collect(s, null), ExitCode.OK))
        .contains("blobs collect: nodes 1,", "waiting 1, discarded 0");
    assertThat(output(s -> CollectCommand.collect(s, "PT0S"), ExitCode.OK))
        .contains("discarded 1, bytes freed 6");
    assertThatThrownBy(() -> output(s -> CollectCommand.collect(s, "1h"), ExitCode.OK))
        .isInstanceOf(ClientException.class);

    try (Stream<Path> files = Files.walk(home.resolve("data/panda/blobs/neo4j/content"))) {
      Files.delete(files.filter(Files::isRegularFile).findAny().orElseThrow());
    }
    assertThat(output(s -> CheckCommand.check(s, true), ExitCode.FAILED))
        .contains("MISSING sha256:", "1 references: node 0.b:", "blobs check: FAILED: ");
  }

  private static String output(ToIntFunction<Session> command, int expected) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try (Session session = driver.session()) {
      int exitCode = command.applyAsInt(session);
      assertThat(exitCode).isEqualTo(expected);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
