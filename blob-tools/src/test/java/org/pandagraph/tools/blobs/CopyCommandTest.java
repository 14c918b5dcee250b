/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.file.FileBlobStore;
import org.pandagraph.distribution.ExitCode;

/** From which store of which database is copied. */
final class CopyCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void databases() throws IOException {
    for (String name : new String[] {"neo4j", "my-graph", "system"}) {
      Files.createDirectories(home().resolve("data/databases").resolve(name));
    }
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path blobs() {
    return home().resolve("data/panda/blobs");
  }

  private Path target() {
    return folder.resolve("target");
  }

  private String copied(int expected, String... more) {
    String[] args = {
      "copy",
      "--home",
      home().toString(),
      "--from",
      "file",
      "--to",
      "file",
      "--set-to",
      "panda.blob.store.directory=" + target()
    };
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      assertThat(BlobsCommand.run(all)).isEqualTo(expected);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void stored(String database) {
    try (BlobStore store = FileBlobStore.open(blobs().resolve(database))) {
      store.store(new byte[] {1, 2, 3});
    }
  }

  @Test
  void aDatabasesNameIsInLowerCase() {
    stored("neo4j");
    stored("my-graph");
    assertThat(copied(ExitCode.OK, "--database", "My-Graph"))
        .contains("database my-graph: ", "copied 1 contents");
    assertThat(copied(ExitCode.OK)).contains("database neo4j: ", "copied 1 contents");
    assertThat(home().resolve("data/panda/stores")).doesNotExist();
  }

  @Test
  void aDatabaseThatIsNotThereIsNotCopied() {
    stored("neo4j");
    for (String name : new String[] {"neo5j", "system", "../databases/neo4j", ""}) {
      assertThat(copied(ExitCode.USAGE, "--database", name))
          .contains("The home has no database " + name)
          .contains("it has my-graph, neo4j.");
    }
    assertThat(blobs()).isDirectoryNotContaining("glob:**neo5j");
    assertThat(target()).doesNotExist();
  }

  /** As on a machine where the contents come before the graph. */
  @Test
  void whereNeo4jNeverRanAnyDatabaseIsAsGood() throws IOException {
    Files.delete(home().resolve("data/databases/my-graph"));
    Files.delete(home().resolve("data/databases/neo4j"));
    stored("other");
    assertThat(copied(ExitCode.OK, "--database", "other")).contains("copied 1 contents");
    assertThat(copied(ExitCode.USAGE, "--database", "../blobs/other"))
        .contains("The home has no database ../blobs/other.");
  }

  /** The store of an old layout says itself what to do. */
  @Test
  void aStoreInTheFolderOfAllIsExplained() {
    FileBlobStore.open(blobs()).close();
    assertThat(copied(ExitCode.FAILED)).contains("is itself the folder of one store");
  }

  @Test
  void aStoreThatIsNotThereIsNotMade() throws IOException {
    assertThat(copied(ExitCode.FAILED)).contains(blobs().resolve("neo4j") + "", "mounted");
    assertThat(blobs()).doesNotExist();
    Files.createDirectories(blobs().resolve("neo4j"));
    assertThat(copied(ExitCode.FAILED)).contains(blobs().resolve("neo4j") + "", "mounted");
    assertThat(blobs().resolve("neo4j")).isEmptyDirectory();
    assertThat(target()).doesNotExist();
  }
}
