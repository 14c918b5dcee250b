/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a start can be told; the defaults are what {@code ./panda start} does. Not thread-safe. */
public final class LaunchOptions {
  @Option(
      names = "--bolt-port",
      paramLabel = "PORT",
      defaultValue = "7687",
      description = "Port of Bolt; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  public int boltPort;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "7474",
      description =
          "Port of Neo4j Browser and the HTTP API; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  public int httpPort;

  @Option(
      names = "--aipm-port",
      paramLabel = "PORT",
      defaultValue = "7690",
      description =
          "Port of the AIPM service, on this machine only; 0 takes a free one. Default:"
              + " ${DEFAULT-VALUE}.")
  public int aipmPort;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address that Bolt and HTTP listen on; 0.0.0.0 is every network. Default:"
              + " ${DEFAULT-VALUE}.")
  public String listen = "127.0.0.1";

  @Option(
      names = "--neo4j-heap",
      paramLabel = "SIZE",
      defaultValue = "1g",
      description = "Largest heap of Neo4j, as for java -Xmx. Default: ${DEFAULT-VALUE}.")
  public String neo4jHeap = "1g";

  @Option(
      names = "--aipm-heap",
      paramLabel = "SIZE",
      defaultValue = "512m",
      description = "Largest heap of the AIPM service. Default: ${DEFAULT-VALUE}.")
  public String aipmHeap = "512m";

  @Option(
      names = "--no-auth",
      description = "Neo4j asks for no password. Only with --listen on this machine itself.")
  public boolean noAuth;

  @Option(
      names = "--no-aipm",
      description = "Start no AIPM service (panda.aipm.url in neo4j.conf says which one to use).")
  public boolean noAipm;

  @Option(names = "--no-plugin", description = "A plain Neo4j without PandaGraph, to compare with.")
  public boolean noPlugin;

  @Option(
      names = "--java",
      paramLabel = "DIR",
      description = "Java home that runs Neo4j (11 or 17). Default: the one that runs this.")
  public Path java;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A Neo4j setting for this start, over neo4j.conf. Can be repeated.")
  public Map<String, String> settings = new LinkedHashMap<>();

  Path javaProgram() {
    Path home = java == null ? Path.of(System.getProperty("java.home")) : java;
    return home.resolve("bin/java");
  }
}
