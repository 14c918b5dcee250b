/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.plugin.config.PandaSettings;

/** Where the plugin does not fit, Neo4j is as if it were not there. */
class UnknownNeo4jTest {
  /** Neo4j's own way to give itself another version. */
  private static final String VERSION = "unsupported.neo4j.custom.version";

  @Test
  void anotherVersionIsLeftAlone() throws IOException {
    System.setProperty(VERSION, "5.0.0");
    try (RunningDbms neo4j = RunningDbms.start()) {
      assertPlainNeo4j(neo4j);
      List<String> log =
          Files.readAllLines(neo4j.home().resolve("logs/debug.log")).stream()
              .filter(line -> line.contains("CypherPlus is off"))
              .toList();
      assertThat(log).hasSize(1);
      assertThat(log.get(0)).contains("5.0.0").contains("4.4.x");
    } finally {
      System.clearProperty(VERSION);
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
