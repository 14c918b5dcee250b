/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * The main class of the JVM that all servers run in. Arguments: a folder, then the names of the
 * servers in the order in which they are to start; each has its data in the folder of its name, and
 * its settings in the file {@code NAME.conf} beside it. Prints the Bolt ports in that order, then,
 * for each line on its standard input, what all Java threads together have allocated so far in
 * bytes and the processor time they took in nanoseconds. Ends with its standard input.
 */
public final class ServersInOneJvm {
  private ServersInOneJvm() {}

  /** Runs until the standard input ends. */
  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    List<DatabaseManagementService> servers = new ArrayList<>();
    StringBuilder ports = new StringBuilder();
    for (int i = 1; i < args.length; i++) {
      DatabaseManagementService server = start(Path.of(args[0]), args[i]);
      servers.add(server);
      ports.append(port(server)).append(' ');
    }
    answers.println(ports.toString().trim());
    try (BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      while (questions.readLine() != null) {
        answers.println(spent());
      }
    }
    servers.forEach(DatabaseManagementService::shutdown);
    System.exit(0);
  }

  private static DatabaseManagementService start(Path folder, String name) throws IOException {
    Map<String, String> settings = new HashMap<>(SequencedSettings.read(folder, name));
    settings.put("dbms.connector.bolt.enabled", "true");
    settings.put("dbms.connector.bolt.listen_address", "127.0.0.1:0");
    settings.put("dbms.security.auth_enabled", "false");
    settings.put("unsupported.dbms.bolt.netty_server_shutdown_quiet_period", "0");
    return new DatabaseManagementServiceBuilder(folder.resolve(name))
        .setConfigRaw(settings)
        .build();
  }

  private static int port(DatabaseManagementService server) {
    return ((GraphDatabaseAPI) server.database("neo4j"))
        .getDependencyResolver()
        .resolveDependency(ConnectorPortRegister.class)
        .getLocalAddress(BoltConnector.NAME)
        .getPort();
  }

  private static String spent() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] ids = threads.getAllThreadIds();
    return sum(threads.getThreadAllocatedBytes(ids)) + " " + sum(threads.getThreadCpuTime(ids));
  }

  /** Threads that have ended in the meantime count as -1. */
  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += Math.max(0, value);
    }
    return sum;
  }
}
