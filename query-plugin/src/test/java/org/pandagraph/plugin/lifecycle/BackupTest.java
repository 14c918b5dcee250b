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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.exceptions.ClientException;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.plugin.testing.Neo4jAdmin;

/** Backup and restore of graph and contents as docs/blobs.md says, with Neo4j's own tool. */
class BackupTest {
  @TempDir Path folder;

  @Test
  void aDumpAndACopyOfTheFilesAreABackup() throws Exception {
    Path home = folder.resolve("first");
    RunningDbms first = start(home);
    first.rows(
        "UNWIND range(1, 20) AS i CREATE (:P {i: i, b: Blob.fromUTF8String('content ' + i)})");
    first.stop();
    Neo4jAdmin.run(home, "dump", "--database=neo4j", "--to=" + folder.resolve("neo4j.dump"));
    // The copy of the contents comes after the dump: what was stored in between does no harm.
    RunningDbms between = start(home);
    between.rows("CREATE (:P {b: Blob.fromUTF8String('after the dump')})");
    copy(home.resolve("data/panda/blobs/neo4j"), folder.resolve("backup/neo4j"));
    between.stop();

    Path elsewhere = folder.resolve("second");
    Neo4jAdmin.prepare(elsewhere);
    Neo4jAdmin.run(
        elsewhere, "load", "--database=neo4j", "--from=" + folder.resolve("neo4j.dump"), "--force");
    copy(folder.resolve("backup/neo4j"), elsewhere.resolve("data/panda/blobs/neo4j"));
    try (RunningDbms second = start(elsewhere)) {
      assertThat(second.rows("CALL panda.blob.check() YIELD kind"))
          .containsExactly(Map.of("kind", "OK"));
      assertThat(second.rows("MATCH (p:P) RETURN count(Blob.toUTF8String(p.b)) AS n"))
          .containsExactly(Map.of("n", 20L));
      Thread.sleep(1_100);
      assertThat(
              catching(() -> second.rows("CALL panda.blob.collect({graceTime: duration('PT0S')})")))
          .isInstanceOf(ClientException.class)
          .hasMessageContainingAll("panda.blob.takeOver()", home.toString());
      second.rows("CALL panda.blob.takeOver()");
      assertThat(second.rows("CALL panda.blob.collect({graceTime: duration('PT0S')})").get(0))
          .containsEntry("referenced", 20L)
          .containsEntry("discarded", 1L);
      assertThat(second.rows("CALL panda.blob.check() YIELD kind"))
          .containsExactly(Map.of("kind", "OK"));
    }
  }

  @Test
  void anOlderDumpFindsItsContentsInTheNewerStore() throws Exception {
    Path home = folder.resolve("first");
    RunningDbms before = start(home);
    before.rows("CREATE (:P {b: Blob.fromUTF8String('old')})");
    before.stop();
    Neo4jAdmin.run(home, "dump", "--database=neo4j", "--to=" + folder.resolve("neo4j.dump"));

    RunningDbms later = start(home);
    later.rows("MATCH (p:P) SET p.b = Blob.fromUTF8String('new')");
    Thread.sleep(1_100);
    assertThat(later.rows("CALL panda.blob.collect()").get(0))
        .containsEntry("waiting", 1L)
        .containsEntry("discarded", 0L);
    later.stop();

    Neo4jAdmin.run(
        home, "load", "--database=neo4j", "--from=" + folder.resolve("neo4j.dump"), "--force");
    try (RunningDbms restored = start(home)) {
      assertThat(restored.rows("CALL panda.blob.check() YIELD kind"))
          .containsExactly(Map.of("kind", "OK"));
      assertThat(restored.rows("MATCH (p:P) RETURN Blob.toUTF8String(p.b) AS text"))
          .containsExactly(Map.of("text", "old"));
      // The one that the dump does not know is the orphan now, from now on.
      assertThat(restored.rows("CALL panda.blob.collect()").get(0))
          .containsEntry("waiting", 1L)
          .containsEntry("discarded", 0L);
      assertThat(restored.rows("CALL panda.blob.collect({graceTime: duration('PT0S')})").get(0))
          .containsEntry("discarded", 1L);
      assertThat(restored.rows("CALL panda.blob.check() YIELD kind"))
          .containsExactly(Map.of("kind", "OK"));
    }
  }

  static Throwable catching(Runnable call) {
    try {
      call.run();
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  static RunningDbms start(Path home) {
    return RunningDbms.startIn(home, BackupTest::settings);
  }

  private static void settings(DatabaseManagementServiceBuilder builder) {
    builder.setConfig(PandaSettings.blob_collect_interval, Duration.ZERO);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
