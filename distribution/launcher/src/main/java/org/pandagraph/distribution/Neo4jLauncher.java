/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the Neo4j of a home. */
final class Neo4jLauncher {
  private static final String MAIN = "org.neo4j.server.CommunityEntryPoint";
  private static final String ADMIN = "org.neo4j.cli.AdminTool";
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final int HTTP_MILLIS = 2_000;

  /** What Neo4j 4.4 reaches into by reflection, which a JDK 17 closes. */
  private static final List<String> OPENS =
      List.of("java.nio", "java.lang", "java.io", "java.util.concurrent", "sun.nio.ch");

  private final Home home;
  private final LaunchOptions options;

  Neo4jLauncher(Home home, LaunchOptions options) {
    this.home = home;
    this.options = options;
  }

  /**
   * Returns once Bolt and HTTP answer.
   *
   * @param aipmPort where the AIPM service listens, 0 if none was started
   */
  Endpoints start(int aipmPort) throws IOException, InterruptedException {
    int bolt = Ports.claim(options.listen, options.boltPort, "Bolt (--bolt-port)");
    int http = Ports.claim(options.listen, options.httpPort, "HTTP (--http-port)");
    Neo4jConfiguration.writeOnce(home.configuration());
    if (!options.noAuth) {
      setInitialPassword();
    }
    String host = InetNames.forClients(options.listen);
    Endpoints endpoints = new Endpoints(host, bolt, http, aipmPort, !options.noAuth);
    BackgroundProcess process =
        BackgroundProcess.start(
            "Neo4j",
            command(settings(endpoints)),
            Map.of("NEO4J_HOME", home.root().toString()),
            home.neo4jLog(),
            home.neo4jPid());
    process.await(() -> Ports.accepts(host, bolt) && answers(endpoints.httpUri()), PATIENCE);
    return endpoints;
  }

  private Map<String, String> settings(Endpoints endpoints) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("dbms.connector.bolt.listen_address", options.listen + ":" + endpoints.bolt());
    settings.put("dbms.connector.http.listen_address", options.listen + ":" + endpoints.http());
    settings.put("dbms.security.auth_enabled", Boolean.toString(endpoints.auth()));
    if (endpoints.aipm() != 0 && !options.noPlugin) {
      settings.put("panda.aipm.url", endpoints.aipmUri());
      settings.put("panda.aipm.token_file", home.tokenFile().toString());
    }
    settings.putAll(options.settings);
    return settings;
  }

  private List<String> command(Map<String, String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(options.javaProgram().toString());
    command.add("-Xmx" + options.neo4jHeap);
    command.add("-XX:+UseG1GC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dfile.encoding=UTF-8");
    OPENS.forEach(
        name -> {
          command.add("--add-opens");
          command.add("java.base/" + name + "=ALL-UNNAMED");
        });
    command.addAll(JvmOptions.of(home.configuration(), settings));
    command.add("-cp");
    command.add(classPath());
    command.add(MAIN);
    command.add("--home-dir=" + home.root());
    command.add("--config-dir=" + home.configuration().getParent());
    settings.forEach(
        (key, value) -> {
          command.add("-c");
          command.add(key + "=" + value);
        });
    return command;
  }

  private String classPath() {
    // In the order of Neo4j's own launcher.
    return HomeParts.classPath(home.plugins(), home.configuration().getParent(), home.lib());
  }

  /** Neo4j takes it until the first start with authentication, and never again. */
  private void setInitialPassword() throws IOException, InterruptedException {
    if (Files.exists(home.data().resolve("dbms/auth"))
        || Files.exists(home.data().resolve("dbms/auth.ini"))
        || Files.exists(home.data().resolve("databases/system"))) {
      return;
    }
    Path arguments = home.run().resolve("initial-password.args");
    // By way of a file: what stands on a command line can be read by every user of the machine.
    Secrets.write(arguments, Secrets.readOrCreate(home.passwordFile()));
    try {
      Path log = home.logs().resolve("initial-password.log");
      ProcessBuilder builder =
          new ProcessBuilder(
                  options.javaProgram().toString(),
                  "-cp",
                  HomeParts.classPath(home.lib()),
                  ADMIN,
                  "set-initial-password",
                  "@" + arguments)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("NEO4J_HOME", home.root().toString());
      builder.environment().put("NEO4J_CONF", home.configuration().getParent().toString());
      Process process = builder.start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new LaunchException(
            ExitCode.FAILED, "No initial password could be set:\n" + BackgroundProcess.tail(log));
      }
    } finally {
      Files.deleteIfExists(arguments);
    }
  }

  private static boolean answers(String uri) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(uri).toURL().openConnection();
      connection.setConnectTimeout(HTTP_MILLIS);
      connection.setReadTimeout(HTTP_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
