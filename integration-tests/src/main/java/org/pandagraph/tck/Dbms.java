/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j of this process, in a fresh folder, with Bolt on a free port, and with whatever plugins
 * are on the class path.
 */
final class Dbms implements AutoCloseable {
  private final Path folder;
  private final DatabaseManagementService service;

  Dbms() {
    try {
      folder = Files.createTempDirectory("panda-tck");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    service =
        new DatabaseManagementServiceBuilder(folder)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
            .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
            .build();
  }

  GraphDatabaseService database() {
    return service.database("neo4j");
  }

  String boltUri() {
    int port =
        ((GraphDatabaseAPI) database())
            .getDependencyResolver()
            .resolveDependency(ConnectorPortRegister.class)
            .getLocalAddress("bolt")
            .getPort();
    return "bolt://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    service.shutdown();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
