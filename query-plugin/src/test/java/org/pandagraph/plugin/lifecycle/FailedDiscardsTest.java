/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.Neo4jException;
import org.pandagraph.blob.Blob;
import org.pandagraph.servers.Folders;

/**
 * Contents that cannot be discarded: their folder is a link to another file system, from which
 * nothing can be moved aside.
 */
class FailedDiscardsTest extends BlobLifeTestCase {
  private static final Path OTHER_DISK = Path.of("/dev/shm");

  private Path elsewhere;

  @BeforeEach
  void otherDisk() throws IOException {
    assumeFalse(
        Files.notExists(OTHER_DISK)
            || Files.getFileStore(OTHER_DISK).equals(Files.getFileStore(dbms.home())));
    elsewhere = Files.createTempDirectory(OTHER_DISK, "panda-discards");
  }

  @AfterEach
  void noOtherDisk() {
    if (elsewhere != null) {
      Folders.delete(elsewhere);
    }
  }

  private Path folder() {
    return dbms.home().resolve("data/panda/blobs/neo4j");
  }

  private Path shard(Blob blob) {
    return folder().resolve("content").resolve(blob.digest().toHex().substring(0, 3));
  }

  @Test
  void theOthersAreDiscarded() throws IOException {
    Blob stuck = stored("stuck");
    for (int i = 0; i < 10; i++) {
      stored("free " + i);
    }
    assertThat(collect()).containsEntry("waiting", 11L);
    Path leftover = Files.writeString(folder().resolve("incoming/leftover.part"), "old");
    Files.setLastModifiedTime(leftover, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    moveAway(shard(stuck));
    try {
      assertThatThrownBy(this::collectAtOnce)
          .isInstanceOf(Neo4jException.class)
          .hasMessageContainingAll(
              "1 content without a reference could not be discarded, 10 were; the first: ",
              "blob store",
              folder().toString());
      assertThat(contents()).containsExactly("stuck");
      assertThat(leftover).doesNotExist();
      Map<String, Object> status = dbms.rows("CALL panda.blob.status()").get(0);
      assertThat((String) status.get("lastProblem")).contains("could not be discarded");
      assertThat(status.toString()).contains("discarded=10");
    } finally {
      moveBack(shard(stuck));
    }
    // It has waited since the first collection.
    assertThat(dbms.rows("CALL panda.blob.collect({graceTime: duration('PT1S')})").get(0))
        .containsEntry("discarded", 1L);
  }

  @Test
  void aStoreThatDiscardsNothingIsNotTriedForAll() throws IOException {
    dbms.rows("UNWIND range(1, 100) AS i RETURN Blob.fromUTF8String('stuck ' + i)");
    moveAway(folder().resolve("content"));
    try {
      // Four at a time: up to three more have begun by then.
      assertThatThrownBy(this::collectAtOnce)
          .message()
          .containsPattern("\\b2[0-3] contents without a reference could not be discarded, 0 were")
          .contains("others were not tried any more");
      assertThat(contents()).hasSize(100);
    } finally {
      moveBack(folder().resolve("content"));
    }
    assertThat(collectAtOnce()).containsEntry("discarded", 100L);
  }

  private void moveAway(Path from) throws IOException {
    Path to = elsewhere.resolve(from.getFileName());
    copy(from, to);
    Files.move(from, aside(from));
    Files.createSymbolicLink(from, to);
  }

  private static void moveBack(Path from) throws IOException {
    Files.delete(from);
    Files.move(aside(from), from);
  }

  private static Path aside(Path from) {
    return from.resolveSibling(from.getFileName() + ".aside");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
