/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.pandagraph.servers.Folders;

/**
 * A real Neo4j with the plugin on its class path, in this process, in a fresh folder, with Bolt on
 * a free port. No AIPM service runs beside it.
 */
public final class RunningDbms implements AutoCloseable {
  private final Path home;
  private final DatabaseManagementService dbms;
  private final Driver driver;

  private RunningDbms(Path home, Consumer<DatabaseManagementServiceBuilder> settings) {
    this.home = home;
    DatabaseManagementServiceBuilder builder =
        new DatabaseManagementServiceBuilder(home)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
            .setConfig(GraphDatabaseSettings.load_csv_file_url_root, home.resolve("import"))
            .setConfig(GraphDatabaseSettings.pagecache_memory, "16m")
            // Stopping would wait five seconds for clients that might still come.
            .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0);
    settings.accept(builder);
    dbms = builder.build();
    SocketAddress bolt = boltAddress();
    driver =
        org.neo4j.driver.GraphDatabase.driver(
            "bolt://127.0.0.1:" + bolt.getPort(),
            AuthTokens.none(),
            org.neo4j.driver.Config.builder()
                .withConnectionAcquisitionTimeout(5, TimeUnit.MINUTES)
                .withConnectionTimeout(1, TimeUnit.MINUTES)
                .build());
  }

  public static RunningDbms start() {
    return start(settings -> {});
  }

  /** One with default settings for all tests that do not mind each other's data; never close it. */
  public static RunningDbms shared() {
    return Shared.INSTANCE;
  }

  private static final class Shared {
    static final RunningDbms INSTANCE = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close));
    }
  }

  public static RunningDbms start(Consumer<DatabaseManagementServiceBuilder> settings) {
    try {
      Path home = Files.createTempDirectory("panda-dbms");
      Files.createDirectories(home.resolve("import"));
      return new RunningDbms(home, settings);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One in a folder that may have data of one that was closed or killed; closing deletes it. */
  public static RunningDbms startIn(
      Path home, Consumer<DatabaseManagementServiceBuilder> settings) {
    try {
      Files.createDirectories(home.resolve("import"));
      return new RunningDbms(home, settings);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it and keeps its folder. */
  public void stop() {
    driver.close();
    dbms.shutdown();
  }

  private SocketAddress boltAddress() {
    var address = component(ConnectorPortRegister.class).getLocalAddress(BoltConnector.NAME);
    return new SocketAddress(address.getHost(), address.getPort());
  }

  /** A component of the DBMS or of the default database. */
  public <T> T component(Class<T> type) {
    return ((GraphDatabaseAPI) database()).getDependencyResolver().resolveDependency(type);
  }

  public Path home() {
    return home;
  }

  /** The default database. */
  public GraphDatabaseService database() {
    return dbms.database(
        dbms.listDatabases().stream()
            .filter(name -> !name.equals(GraphDatabaseSettings.SYSTEM_DATABASE_NAME))
            .findAny()
            .orElseThrow());
  }

  public DatabaseManagementService dbms() {
    return dbms;
  }

  public Driver driver() {
    return driver;
  }

  public Session session() {
    return driver.session();
  }

  /** Runs over Bolt and gives the rows. */
  public List<Map<String, Object>> rows(String query, Map<String, Object> parameters) {
    try (Session session = driver.session()) {
      return session.run(query, parameters).list(row -> row.asMap());
    }
  }

  /** Runs over Bolt and gives the rows. */
  public List<Map<String, Object>> rows(String query) {
    return rows(query, Map.of());
  }

  @Override
  public void close() {
    stop();
    Folders.delete(home);
  }
}
