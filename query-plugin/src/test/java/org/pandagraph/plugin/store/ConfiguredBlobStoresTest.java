/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.file.FileBlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.servers.Folders;

/** A store for each database. */
class ConfiguredBlobStoresTest {
  @TempDir Path home;

  private Path folder() {
    return home.resolve("data/panda/blobs");
  }

  private Config config() {
    return Config.defaults(GraphDatabaseSettings.neo4j_home, home);
  }

  private ConfiguredBlobStores stores() {
    return new ConfiguredBlobStores(config());
  }

  @Test
  void eachDatabaseHasItsOwn() {
    try (ConfiguredBlobStores stores = stores()) {
      Blob blob = stores.of("neo4j").store(new byte[] {1, 2, 3});
      assertThat(stores.of("neo4j").exists(blob.digest())).isTrue();
      assertThat(stores.of("my-graph.2").exists(blob.digest())).isFalse();
      assertThat(stores.of("neo4j")).isSameAs(stores.of("neo4j"));
      assertThat(folder().resolve("neo4j/content")).isDirectory();
      assertThat(folder().resolve("my-graph.2/content")).isDirectory();
    }
  }

  @Test
  void closingClosesThemAndOpensNoMore() {
    ConfiguredBlobStores stores = stores();
    BlobStore store = stores.of("neo4j");
    stores.close();
    assertThatThrownBy(() -> store.store(new byte[0])).hasMessageContaining("closed");
    assertThatThrownBy(() -> stores.of("other")).hasMessageContaining("shutting down");
    assertThat(folder().resolve("other")).doesNotExist();
  }

  @Test
  void whatCouldNotBeOpenedIsTriedAgain() throws IOException {
    Files.createDirectories(folder().getParent());
    Files.writeString(folder(), "a file in the way");
    try (ConfiguredBlobStores stores = stores()) {
      assertThatThrownBy(() -> stores.of("neo4j")).hasMessageContaining(folder().toString());
      Files.delete(folder());
      assertThat(stores.of("neo4j").store(new byte[0]).length()).isZero();
    }
  }

  @Test
  void aFolderThatIsAStoreItselfIsNotTakenForEmpty() {
    FileBlobStore.open(folder()).close();
    try (ConfiguredBlobStores stores = stores()) {
      assertThatThrownBy(() -> stores.of("neo4j"))
          .hasMessageContainingAll("move all that is in it into", folder().resolve("neo4j") + "");
    }
  }

  @Test
  void aStoreThatIsNotThereAnyMoreIsNotReplacedByAnEmptyOne() throws IOException {
    Blob blob;
    try (ConfiguredBlobStores stores = stores()) {
      blob = stores.of("neo4j").store(new byte[] {1, 2, 3});
    }
    Path note = home.resolve("data/panda/stores/neo4j");
    assertThat(note).hasContent(folder().resolve("neo4j") + "");
    // As where the volume is not mounted: its mount point is there and empty.
    Path volume = folder().resolveSibling("volume");
    Files.move(folder(), volume);
    Files.createDirectories(folder());
    try (ConfiguredBlobStores stores = stores()) {
      assertThatThrownBy(() -> stores.of("neo4j"))
          .isInstanceOf(BlobException.class)
          .hasMessageContainingAll(
              "database `neo4j`", folder().resolve("neo4j") + "", "mounted?", "delete " + note)
          .extracting(e -> ((BlobException) e).code())
          .isEqualTo(BlobErrorCode.STORE_UNAVAILABLE);
      assertThat(folder()).isEmptyDirectory();
      assertThat(stores.of("another").exists(blob.digest())).isFalse();
      try (ConfiguredBlobStores tool = ConfiguredBlobStores.ofTool(config())) {
        assertThatThrownBy(() -> tool.of("neo4j")).hasMessageContaining("mounted?");
      }
      Folders.delete(folder());
      Files.move(volume, folder());
      assertThat(stores.of("neo4j").exists(blob.digest())).isTrue();
    }
    Folders.delete(folder());
    Files.delete(note);
    try (ConfiguredBlobStores stores = stores()) {
      assertThat(stores.of("neo4j").exists(blob.digest())).isFalse();
    }
  }

  @Test
  void aStoreMayBeginAnewInAnotherFolder() {
    try (ConfiguredBlobStores stores = stores()) {
      stores.of("neo4j");
    }
    Path elsewhere = home.resolve("elsewhere");
    Config other =
        Config.newBuilder()
            .set(GraphDatabaseSettings.neo4j_home, home)
            .set(PandaSettings.blob_store_directory, elsewhere)
            .build();
    try (ConfiguredBlobStores stores = new ConfiguredBlobStores(other)) {
      stores.of("neo4j");
    }
    assertThat(home.resolve("data/panda/stores/neo4j")).hasContent(elsewhere.resolve("neo4j") + "");
  }

  @Test
  void toolsLeaveNoNote() {
    try (ConfiguredBlobStores tool = ConfiguredBlobStores.ofTool(config())) {
      tool.of("neo4j");
    }
    assertThat(home.resolve("data/panda/stores")).doesNotExist();
  }

  @Test
  void aNoteThatCannotBeWrittenStopsNothing() throws IOException {
    Path inTheWay = home.resolve("data/panda/stores");
    Files.createDirectories(inTheWay.getParent());
    Files.writeString(inTheWay, "a file in the way");
    try (ConfiguredBlobStores stores = stores()) {
      assertThat(stores.of("neo4j").store(new byte[0]).length()).isZero();
    }
  }

  @Test
  void eachDatabaseHasANamespaceOfHBase() {
    assertThat(HBaseSettings.namespace("panda", "neo4j")).isEqualTo("panda_neo4j");
    assertThat(HBaseSettings.namespace("panda", "my-graph.2")).isEqualTo("panda_my_2dgraph_2e2");
    assertThat(HBaseSettings.namespace("panda", "my_2dgraph"))
        .isNotEqualTo(HBaseSettings.namespace("panda", "my-graph"));
    assertThat(HBaseSettings.namespace("p", "é")).isEqualTo("p__c3_a9");
  }

  @Test
  void whatNeo4jConfSaysOfHBase() {
    Config config =
        Config.newBuilder()
            .setRaw(
                Map.of(
                    "panda.blob.store", "hbase",
                    "panda.blob.hbase.quorum", "a:1,b:2",
                    "panda.blob.hbase.durability", "SYNC_WAL",
                    "panda.blob.hbase.chunk_size", "2m",
                    "panda.blob.hbase.retries", "3",
                    "panda.blob.hbase.write_window", "16m",
                    "panda.blob.hbase.read_window", "2m",
                    "panda.blob.hbase.site_file", "conf/hbase-site.xml"))
            .set(GraphDatabaseSettings.neo4j_home, home)
            .build();
    HBaseBlobStoreConfig hbase = HBaseSettings.of(config, "neo4j");
    assertThat(hbase.quorum()).isEqualTo("a:1,b:2");
    assertThat(hbase.namespace()).isEqualTo("panda_neo4j");
    assertThat(hbase.durability()).isEqualTo(HBaseBlobStoreConfig.Durability.SYNC_WAL);
    assertThat(hbase.chunkSize()).isEqualTo(2 << 20);
    assertThat(hbase.inlineLimit()).isEqualTo(2 << 20);
    assertThat(hbase.retries()).isEqualTo(3);
    assertThat(hbase.writeWindow()).isEqualTo(16 << 20);
    assertThat(hbase.readWindow()).isEqualTo(2 << 20);
    assertThat(hbase.properties()).contains(home.resolve("conf/hbase-site.xml"));

    Config wrong = Config.newBuilder().fromConfig(config).build();
    wrong.set(PandaSettings.blob_hbase_quorum, "a:b:c:");
    try (ConfiguredBlobStores stores = new ConfiguredBlobStores(wrong)) {
      assertThatThrownBy(() -> stores.of("neo4j"))
          .isInstanceOf(BlobException.class)
          .hasMessageContainingAll("database `neo4j`", "host:port");
    }
  }

  @Test
  void aStatementUsesTheStoreOfItsDatabase() {
    try (RunningDbms dbms =
        RunningDbms.start(s -> s.setConfig(GraphDatabaseSettings.default_database, "my-graph.2"))) {
      dbms.rows("RETURN <base64://aGVsbG8=>, Blob.fromUTF8String('hi')");
      assertThat(
              dbms.rows(
                      """
                      WITH Blob.fromUTF8String('hello') AS b
                      RETURN Blob.toUTF8String(b) AS text, b ~: <base64://aGVsbG8=> AS same
                      """)
                  .toString())
          .isEqualTo("[{text=hello, same=true}]");
      Path blobs = dbms.home().resolve("data/panda/blobs");
      assertThat(blobs).isDirectoryContaining(p -> p.endsWith("my-graph.2"));
      assertThat(blobs.resolve("my-graph.2/content")).isNotEmptyDirectory();
    }
  }
}
