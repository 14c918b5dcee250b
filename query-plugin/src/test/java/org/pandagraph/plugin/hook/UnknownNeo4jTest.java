/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.plugin.config.PandaSettings;

/** Where the plugin does not fit, Neo4j is as if it were not there. */
class UnknownNeo4jTest {
  /** Neo4j's own way to give itself another version; read once in a JVM, so it gets its own. */
  private static final String ANOTHER_VERSION = "-Dunsupported.neo4j.custom.version=5.0.0";

  @Test
  void anotherVersionIsLeftAlone() throws Exception {
    List<String> command =
        new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.removeIf(argument -> !argument.startsWith("--add-opens"));
    command.addAll(
        0,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            ANOTHER_VERSION));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            UnknownNeo4jTest.class.getName()));
    Path output = Files.createTempFile("another-version", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    Files.delete(output);
  }

  /** In a JVM of its own: fails unless this Neo4j is plain and its log says why. */
  public static void main(String[] arguments) throws IOException {
    try (RunningDbms neo4j = RunningDbms.start()) {
      assertPlainNeo4j(neo4j);
      assertThat(
              neo4j.rows(
                  "CALL panda.status() YIELD cypherPlus, reasonOff RETURN cypherPlus, reasonOff"))
          .containsExactly(
              Map.of(
                  "cypherPlus",
                  false,
                  "reasonOff",
                  "this is Neo4j 5.0.0, and only 4.4.x is supported"));
      assertThat(Files.readAllLines(neo4j.home().resolve("logs/debug.log")))
          .filteredOn(line -> line.contains("CypherPlus is off"))
          .hasSize(1)
          .allMatch(line -> line.contains("5.0.0") && line.contains("4.4.x"));
    }
  }

  @Test
  void disabledBySetting() {
    try (RunningDbms neo4j = RunningDbms.start(s -> s.setConfig(PandaSettings.enabled, false))) {
      assertPlainNeo4j(neo4j);
    }
  }

  private static void assertPlainNeo4j(RunningDbms neo4j) {
    assertThat(neo4j.rows("RETURN 1 AS x")).containsExactly(Map.of("x", 1L));
    assertThat(
            neo4j
                .database()
                .<Object>executeTransactionally("RETURN 2 AS x", Map.of(), r -> r.next().get("x")))
        .isEqualTo(2L);
    assertThatThrownBy(() -> neo4j.rows("RETURN 'a' :: 'b'"))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("Invalid input ':'");
  }
}
