/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.HBaseConfiguration;
import org.apache.hadoop.hbase.NamespaceDescriptor;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.Admin;
import org.apache.hadoop.hbase.client.Connection;
import org.apache.hadoop.hbase.client.ConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.plugin.testing.Neo4jAdmin;
import org.pandagraph.plugin.testing.SharedHBase;

/** Backup and restore as docs/blobs.md says, with contents in HBase and snapshots of its tables. */
class BackupOnHBaseTest {
  @TempDir Path folder;

  @Test
  void aDumpAndSnapshotsAreABackup() throws Exception {
    Path home = folder.resolve("first");
    byte[] long1 = new byte[5 << 20];
    new Random(1).nextBytes(long1);
    RunningDbms first = start(home, "backup1");
    first.rows("UNWIND range(1, 20) AS i CREATE (:P {b: Blob.fromUTF8String('content ' + i)})");
    first.rows("CREATE (:P {b: Blob.fromBytes($b)})", Map.of("b", long1));
    first.stop();
    Neo4jAdmin.run(home, "dump", "--database=neo4j", "--to=" + folder.resolve("neo4j.dump"));
    RunningDbms between = start(home, "backup1");
    between.rows("CREATE (:P {b: Blob.fromUTF8String('after the dump')})");
    cloneNamespace("backup1_neo4j", "backup2_neo4j");
    between.rows("MATCH (p:P) DETACH DELETE p");
    Thread.sleep(1_100);
    assertThat(between.rows("CALL panda.blob.collect({graceTime: duration('PT0S')})").get(0))
        .containsEntry("discarded", 22L);
    between.stop();

    Path elsewhere = folder.resolve("second");
    Neo4jAdmin.run(
        elsewhere, "load", "--database=neo4j", "--from=" + folder.resolve("neo4j.dump"), "--force");
    try (RunningDbms second = start(elsewhere, "backup2")) {
      assertThat(second.rows("CALL panda.blob.check() YIELD kind"))
          .containsExactly(Map.of("kind", "OK"));
      assertThat(
              (byte[])
                  second
                      .rows("MATCH (p:P) WHERE p.b->length > 1000 RETURN Blob.toBytes(p.b) AS b")
                      .get(0)
                      .get("b"))
          .isEqualTo(long1);
      second.rows("CALL panda.blob.takeOver()");
      assertThat(second.rows("CALL panda.blob.collect({graceTime: duration('PT0S')})").get(0))
          .containsEntry("referenced", 21L)
          .containsEntry("discarded", 1L);
      assertThat(second.rows("CALL panda.blob.check() YIELD kind"))
          .containsExactly(Map.of("kind", "OK"));
    }
  }

  private static RunningDbms start(Path home, String namespace) {
    return RunningDbms.startIn(
        home,
        builder ->
            builder
                .setConfig(PandaSettings.blob_collect_interval, Duration.ZERO)
                .setConfig(PandaSettings.blob_store, PandaSettings.StoreType.hbase)
                .setConfig(PandaSettings.blob_hbase_quorum, SharedHBase.quorum())
                .setConfig(PandaSettings.blob_hbase_namespace, namespace)
                .setConfig(PandaSettings.blob_hbase_regions, 2));
  }

  /** What the page does with hbase shell. */
  private static void cloneNamespace(String from, String to) throws Exception {
    Configuration config = HBaseConfiguration.create();
    String[] quorum = SharedHBase.quorum().split(":");
    config.set("hbase.zookeeper.quorum", quorum[0]);
    config.set("hbase.zookeeper.property.clientPort", quorum[1]);
    try (Connection connection = ConnectionFactory.createConnection(config);
        Admin admin = connection.getAdmin()) {
      List<String> tables = List.of("content", "chunk", "register");
      assertThat(admin.listTableNames(Pattern.compile(from + ":.*")))
          .extracting(TableName::getQualifierAsString)
          .containsExactlyInAnyOrderElementsOf(tables);
      admin.createNamespace(NamespaceDescriptor.create(to).build());
      for (String table : tables) {
        admin.snapshot("backup_" + table, TableName.valueOf(from, table));
        admin.cloneSnapshot("backup_" + table, TableName.valueOf(to, table));
      }
    }
  }
}
