/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs with Neo4j on their class path, in JVMs of their own. */
public final class Neo4jAdmin {
  private Neo4jAdmin() {}

  /** What neo4j-admin needs of a home. */
  public static void prepare(Path home) throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Path conf = home.resolve("conf/neo4j.conf");
    if (!Files.exists(conf)) {
      Files.createFile(conf);
    }
  }

  /** Runs neo4j-admin, and expects it to succeed. */
  public static void run(Path home, String... arguments) throws Exception {
    prepare(home);
    ProcessBuilder builder =
        java("-Xmx256m", org.neo4j.cli.AdminTool.class, arguments).redirectErrorStream(true);
    builder.environment().put("NEO4J_HOME", home.toString());
    builder.environment().put("NEO4J_CONF", home.resolve("conf").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  /** A program with the class path of the tests. */
  public static ProcessBuilder java(String heap, Class<?> program, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
