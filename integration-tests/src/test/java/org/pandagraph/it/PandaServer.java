/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.pandagraph.distribution.Endpoints;
import org.pandagraph.distribution.Home;
import org.pandagraph.distribution.HomeParts;
import org.pandagraph.distribution.LaunchOptions;
import org.pandagraph.distribution.Launcher;
import org.pandagraph.servers.Folders;

/**
 * A real Neo4j with the plugin and a real AIPM service with its workers, started as {@code ./panda
 * start} does it: processes of their own, free ports, a fresh home, ended by process id.
 */
final class PandaServer implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Home home;
  private final Launcher launcher;
  private final LaunchOptions options;
  private final Thread atExit = new Thread(this::stopQuietly, "stop-servers");
  private Endpoints endpoints;
  private Driver driver;

  private PandaServer(Home home, LaunchOptions options) {
    this.home = home;
    this.options = options;
    launcher = new Launcher(home, line -> {});
  }

  /** Starts one in a home of its own; authentication is on unless the options say otherwise. */
  static PandaServer start(Consumer<LaunchOptions> choose) {
    LaunchOptions options = new LaunchOptions();
    options.neo4jHeap = "768m";
    options.settings.put("dbms.jvm.additional", System.getProperty("panda.servers.jvm", ""));
    // Stopping would wait five seconds for clients that might still come.
    options.settings.put("unsupported.dbms.bolt.netty_server_shutdown_quiet_period", "0");
    choose.accept(options);
    Home home =
        new Home(
            Repository.TARGET.resolve(
                "homes/" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet()));
    PandaServer server = new PandaServer(home, options);
    Runtime.getRuntime().addShutdownHook(server.atExit);
    try {
      new HomeParts(Repository.PARTS).install(home, !options.noPlugin);
      HomeParts.linkWorkers(home, Repository.WORKERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.up();
    return server;
  }

  private void up() {
    try {
      endpoints = launcher.start(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    driver = GraphDatabase.driver(endpoints.boltUri(), auth(), quiet());
    driver.verifyConnectivity();
  }

  /** Stops everything and starts it again in the same home, perhaps on other ports. */
  void restart() {
    down();
    up();
  }

  Driver driver() {
    return driver;
  }

  Endpoints endpoints() {
    return endpoints;
  }

  Home home() {
    return home;
  }

  String user() {
    return "neo4j";
  }

  String password() {
    return endpoints.auth() ? read(home.passwordFile()).trim() : "none";
  }

  AuthToken auth() {
    return endpoints.auth() ? AuthTokens.basic(user(), password()) : AuthTokens.none();
  }

  static Config quiet() {
    return Config.builder().withLogging(Logging.none()).build();
  }

  /** Puts a file where file literals find it. */
  void importFile(String name, byte[] content) {
    try {
      Files.write(home.importDirectory().resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a query in a transaction of its own. */
  List<Record> query(String query, Map<String, Object> parameters) {
    try (Session session = driver.session()) {
      return session.run(query, parameters).list();
    }
  }

  List<Record> query(String query) {
    return query(query, Map.of());
  }

  /** The one value of the one row. */
  Value value(String query, Map<String, Object> parameters) {
    List<Record> rows = query(query, parameters);
    if (rows.size() != 1 || rows.get(0).size() != 1) {
      throw new AssertionError("not one row of one column: " + rows);
    }
    return rows.get(0).get(0);
  }

  Value value(String query) {
    return value(query, Map.of());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void down() {
    if (driver != null) {
      driver.close();
      driver = null;
    }
    try {
      launcher.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stopQuietly() {
    try {
      launcher.stop();
    } catch (IOException e) {
      System.err.println("could not stop the servers of " + home.root() + ": " + e);
    }
  }

  /** Stops everything; keeps the logs, removes the rest. */
  @Override
  public void close() {
    down();
    Runtime.getRuntime().removeShutdownHook(atExit);
    for (Path folder :
        List.of(
            home.lib(),
            home.aipmLib(),
            home.shell(),
            home.data(),
            home.root().resolve("examples"))) {
      Folders.delete(folder);
    }
  }
}
