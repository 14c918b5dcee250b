/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;
import org.pandagraph.blob.file.FileBlobStore;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.plugin.config.PandaSettings;

/** A server that is killed between storing and committing. */
class KilledServerTest {
  private static final String STAGED = "the second content is staged";

  @TempDir Path folder;

  @Test
  void whatWasCommittedStaysAndWhatWasStagedGoes() throws Exception {
    Path home = folder.resolve("home");
    Process server = server(home);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      for (String line = out.readLine(); !STAGED.equals(line); line = out.readLine()) {
        lines.add(line);
        assertThat(line).as(String.join("\n", lines)).isNotNull();
      }
      server.destroyForcibly().waitFor();
    } finally {
      server.destroyForcibly();
    }
    Thread.sleep(1_100);
    try (RunningDbms dbms =
            RunningDbms.startIn(
                home, s -> s.setConfig(PandaSettings.blob_collect_interval, Duration.ZERO));
        FileBlobStore store = FileBlobStore.open(home.resolve("data/panda/blobs/neo4j"))) {
      assertThat(dbms.rows("MATCH (n) RETURN Blob.toUTF8String(n.b) AS text"))
          .containsExactly(Map.of("text", "committed"));
      assertThat(stored(store)).isEqualTo(2);
      assertThat(dbms.rows("CALL panda.blob.check() YIELD kind, figures").get(0))
          .containsEntry("kind", "OK")
          .extracting(row -> ((Map<?, ?>) row.get("figures")).get("orphans"))
          .isEqualTo(1L);
      assertThat(dbms.rows("CALL panda.blob.collect({graceTime: duration('PT0S')})").get(0))
          .containsEntry("discarded", 1L);
      assertThat(stored(store)).isEqualTo(1);
      assertThat(dbms.rows("CALL panda.blob.check() YIELD kind"))
          .containsExactly(Map.of("kind", "OK"));
    }
  }

  private static long stored(FileBlobStore store) {
    try (var contents = store.list()) {
      return contents.count();
    }
  }

  private static Process server(Path home) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            KilledServerTest.class.getName(),
            home.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** The server that is killed. */
  public static void main(String[] arguments) throws Exception {
    RunningDbms dbms = RunningDbms.startIn(Path.of(arguments[0]), settings -> {});
    dbms.rows("CREATE ({b: Blob.fromUTF8String('committed')})");
    try (Transaction tx = dbms.database().beginTx()) {
      tx.execute("CREATE ({b: Blob.fromUTF8String('staged')})").close();
      System.out.println(STAGED);
      Thread.sleep(Duration.ofHours(1).toMillis());
    }
  }
}
