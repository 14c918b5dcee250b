/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plain Cypher stays what it is with the plugin installed; {@code ./panda tck} runs every scenario.
 */
@Tag("tck")
class TckSampleTest {
  private static final String EVERY = "10";

  @ParameterizedTest
  @ValueSource(strings = {"bolt", "embedded"})
  void aTenthOfTheTckGivesWhatPlainNeo4jGives(String route) throws Exception {
    Path baseline = Repository.shared().resolve("spike/tck/tck-m16-neo4j-4.4.48-baseline.jsonl");
    assumeTrue(Files.exists(baseline), "no baseline of plain Neo4j: " + baseline);
    List<String> command = new ArrayList<>(List.of(Programs.JAVA, "-Xmx768m"));
    for (String name :
        List.of("java.nio", "java.lang", "java.io", "java.util.concurrent", "sun.nio.ch")) {
      command.addAll(List.of("--add-opens", "java.base/" + name + "=ALL-UNNAMED"));
    }
    String classPath =
        String.join(
            File.pathSeparator,
            Stream.of(
                    Repository.PARTS.resolve("plugins") + "/*",
                    Repository.TARGET.resolve("classes").toString(),
                    Repository.PARTS.resolve("lib") + "/*",
                    Repository.TARGET.resolve("tck-lib") + "/*")
                .toList());
    command.addAll(
        List.of(
            "-cp",
            classPath,
            "org.pandagraph.tck.TckCommand",
            "--baseline",
            baseline.toString(),
            "--route",
            route,
            "--every",
            EVERY));

    assertThat(Programs.run(command, Map.of())).contains("differ from plain Neo4j: 0");
  }
}
