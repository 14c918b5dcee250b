/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.pandagraph.blob.file.FileBlobStore;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.plugin.config.PandaSettings;

/** Collections that nobody calls for. */
class ScheduledCollectionTest {
  @TempDir Path folder;

  private static void settings(DatabaseManagementServiceBuilder builder) {
    builder
        .setConfig(PandaSettings.blob_collect_interval, Duration.ofSeconds(1))
        .setConfig(PandaSettings.blob_collect_grace_time, Duration.ofSeconds(1));
  }

  @Test
  void collectsAgainAndAgainAndSaysWhyWhereItCannot() throws Exception {
    Path home = folder.resolve("home");
    Path blobs = home.resolve("data/panda/blobs/neo4j");
    try (RunningDbms dbms = RunningDbms.startIn(home, ScheduledCollectionTest::settings);
        FileBlobStore store = FileBlobStore.open(blobs)) {
      dbms.rows("CREATE ({b: Blob.fromUTF8String('kept')})");
      dbms.rows("RETURN Blob.fromUTF8String('orphan')");
      while (stored(store) > 1) {
        Thread.sleep(100);
      }
      Map<String, Object> status = dbms.rows("CALL panda.blob.status()").get(0);
      assertThat(status).containsEntry("lastProblem", null).containsEntry("interval", "PT1S");
      assertThat(dbms.rows("MATCH (n) RETURN Blob.toUTF8String(n.b) AS text"))
          .containsExactly(Map.of("text", "kept"));

      store.handOver("somebody else");
      while (dbms.rows("CALL panda.blob.status()").get(0).get("lastProblem") == null) {
        Thread.sleep(100);
      }
      while (!log(home).contains("were not collected; the next try is in PT1S")) {
        Thread.sleep(100);
      }
      assertThat(log(home)).contains("belongs to `somebody else`");
    }
  }

  private static String log(Path home) throws IOException {
    return Files.readString(home.resolve("logs/debug.log"));
  }

  private static long stored(FileBlobStore store) {
    try (var contents = store.list()) {
      return contents.count();
    }
  }
}
