/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.servers;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;
import org.pandagraph.servers.Folders;

/**
 * The process in which all servers that are compared run ({@link ServersInOneJvm}), with one Bolt
 * connection to each. One JVM for all, since two differ by more than 10 % from start to start: by
 * what was compiled when, and with what inlined. Not thread-safe.
 */
public final class SharedJvm implements AutoCloseable {
  /** What Neo4j 4.4 reaches into by reflection, which a JDK 17 closes. */
  private static final List<String> OPENS =
      List.of("java.nio", "java.lang", "java.io", "java.util.concurrent", "sun.nio.ch");

  private final Path folder;
  private final List<String> order;
  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;
  private final Map<String, Driver> drivers = new HashMap<>();
  private final Map<String, Session> sessions = new HashMap<>();

  /**
   * Returns once all of them answer.
   *
   * @param parts the folder with the plugin and Neo4j's jars
   * @param folder holds a folder for each server, by its name, and is deleted on {@link #close}
   * @param heap of the JVM, as {@code 1g}
   * @param settings of neo4j.conf by the servers' names, in the order in which they are to start
   */
  public SharedJvm(Path parts, Path folder, String heap, SequencedSettings settings)
      throws IOException {
    this.folder = folder;
    this.order = List.copyOf(settings.names());
    Files.createDirectories(folder);
    settings.write(folder);
    process =
        new ProcessBuilder(command(parts, folder, heap, order))
            .redirectError(folder.resolve("errors.log").toFile())
            .start();
    questions = process.outputWriter(StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String[] ports = answer().split(" ");
    for (int i = 0; i < ports.length; i++) {
      Driver driver =
          GraphDatabase.driver(
              "bolt://127.0.0.1:" + ports[i],
              AuthTokens.none(),
              Config.builder().withLogging(Logging.none()).build());
      drivers.put(order.get(i), driver);
      sessions.put(order.get(i), driver.session());
    }
  }

  private static List<String> command(Path parts, Path folder, String heap, List<String> order) {
    List<String> command = new ArrayList<>(java(heap));
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator, parts + "/plugins/*", parts + "/lib/*", ownClasses().toString()));
    command.add(ServersInOneJvm.class.getName());
    command.add(folder.toString());
    command.addAll(order);
    return command;
  }

  /** The command of a JVM that Neo4j 4.4 runs in, up to its class path. */
  public static List<String> java(String heap) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseG1GC"));
    for (String name : OPENS) {
      command.addAll(List.of("--add-opens", "java.base/" + name + "=ALL-UNNAMED"));
    }
    return command;
  }

  /** Where the classes of this module are. */
  public static Path ownClasses() {
    try {
      return Path.of(
          ServersInOneJvm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In which they were started. */
  public List<String> order() {
    return order;
  }

  /** One connection, used again and again. */
  public Session session(String server) {
    return sessions.get(server);
  }

  /**
   * What the JVM's Java threads spent so far; the collector's and the compiler's are not among
   * them.
   */
  public record Spent(long allocatedBytes, long processorNanos) {}

  public Spent spent() {
    try {
      questions.write("spent\n");
      questions.flush();
      String[] answer = answer().split(" ");
      return new Spent(Long.parseLong(answer[0]), Long.parseLong(answer[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("The servers ended, see " + folder.resolve("errors.log"));
    }
    return line;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    drivers.values().forEach(Driver::close);
    questions.close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    Folders.delete(folder);
  }
}
