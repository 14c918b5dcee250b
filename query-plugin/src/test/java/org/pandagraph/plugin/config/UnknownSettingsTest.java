/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;

class UnknownSettingsTest {
  @TempDir Path folder;

  @Test
  void namesTheNearestKey() throws IOException {
    Path conf =
        Files.writeString(
            folder.resolve("neo4j.conf"),
            """
            # a comment
            dbms.memory.heap.max_size=1g
            panda.aipm.url=http://127.0.0.1:1
            panda.aipm.ulr=http://127.0.0.1:1
            panda.nothing_like_it_at_all=1
            """);
    assertThat(UnknownSettings.in(conf))
        .containsExactly(
            "There is no setting `panda.aipm.ulr` (did you mean `panda.aipm.url`?); it is ignored.",
            "There is no setting `panda.nothing_like_it_at_all`; it is ignored.");
  }

  @Test
  void aStartingDbmsWarnsOfThem() throws IOException {
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(folder.resolve("conf/neo4j.conf"), "panda.enable=true\n");
    List<String> warnings = new ArrayList<>();
    Config config = Config.defaults(GraphDatabaseSettings.neo4j_home, folder);
    UnknownSettings.warn(config, Map.of(), warnings::add);
    assertThat(warnings).singleElement().asString().contains("did you mean `panda.enabled`?");

    Path elsewhere = Files.createDirectories(folder.resolve("etc"));
    Files.writeString(elsewhere.resolve("neo4j.conf"), "panda.aipm.uri=x\n");
    UnknownSettings.warn(config, Map.of("NEO4J_CONF", elsewhere.toString()), warnings::add);
    assertThat(warnings.get(1)).contains("did you mean `panda.aipm.url`?");
  }

  @Test
  void aMissingFileHasNone() throws IOException {
    assertThat(UnknownSettings.in(folder.resolve("absent.conf"))).isEmpty();
  }
}
