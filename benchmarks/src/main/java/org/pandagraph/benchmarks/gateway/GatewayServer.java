/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.pandagraph.benchmarks.gateway.statics.StaticFiles;
import org.pandagraph.distribution.Endpoints;
import org.pandagraph.distribution.Home;
import org.pandagraph.distribution.HomeParts;
import org.pandagraph.distribution.LaunchOptions;
import org.pandagraph.distribution.Launcher;
import org.pandagraph.servers.Folders;

/** A Neo4j with the plugin in a process of its own, its gateway and plain files on one port. */
final class GatewayServer implements AutoCloseable {
  private static final String STATICS = "/bench";

  private final Launcher launcher;
  private final Thread atExit;
  private final Endpoints endpoints;
  private final Driver driver;
  private final Path files;

  private GatewayServer(Launcher launcher, Thread atExit, Endpoints endpoints, Path files) {
    this.launcher = launcher;
    this.atExit = atExit;
    this.endpoints = endpoints;
    this.files = files;
    driver =
        GraphDatabase.driver(
            endpoints.boltUri(),
            AuthTokens.none(),
            Config.builder().withLogging(Logging.none()).build());
  }

  static GatewayServer start(Path parts, Path folder) throws IOException, InterruptedException {
    Folders.delete(folder);
    Home home = new Home(folder);
    new HomeParts(parts).install(home, true);
    Path files = Files.createDirectories(folder.resolve("static-files").toAbsolutePath());
    writeExtension(home.plugins().resolve("static-files.jar"));
    LaunchOptions options = new LaunchOptions();
    options.boltPort = 0;
    options.httpPort = 0;
    options.noAipm = true;
    options.noAuth = true;
    options.settings.put(
        "dbms.unmanaged_extension_classes",
        "org.pandagraph.plugin.gateway=/panda,"
            + StaticFiles.class.getPackageName()
            + "="
            + STATICS);
    Launcher launcher = new Launcher(home, line -> {});
    Thread atExit = new Thread(() -> stop(launcher));
    Runtime.getRuntime().addShutdownHook(atExit);
    GatewayServer server = new GatewayServer(launcher, atExit, launcher.start(options), files);
    server.mount();
    return server;
  }

  private void mount() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(http() + STATICS + "/mount?folder=" + files))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      close();
      throw new IOException("no static files: " + answer.statusCode() + " " + answer.body());
    }
  }

  private static void writeExtension(Path jar) throws IOException {
    String name = StaticFiles.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        InputStream code = StaticFiles.class.getResourceAsStream("/" + name)) {
      // The web server finds a package by its folder.
      entries.putNextEntry(new JarEntry(name.substring(0, name.lastIndexOf('/') + 1)));
      entries.closeEntry();
      entries.putNextEntry(new JarEntry(name));
      code.transferTo(entries);
      entries.closeEntry();
    }
  }

  String http() {
    return endpoints.httpUri().replaceFirst("/+$", "");
  }

  int port() {
    return endpoints.http();
  }

  String host() {
    return endpoints.host();
  }

  Driver driver() {
    return driver;
  }

  /** Where plain files lie that are found below {@link StaticFiles#MOUNT}. */
  Path files() {
    return files;
  }

  long pid() throws IOException {
    return launcher.home().neo4jPid().process().orElseThrow().pid();
  }

  private static void stop(Launcher launcher) {
    try {
      launcher.stop();
    } catch (IOException e) {
      System.err.println("could not stop " + launcher.home().root() + ": " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    driver.close();
    launcher.stop();
    Runtime.getRuntime().removeShutdownHook(atExit);
    Folders.delete(launcher.home().root());
  }
}
