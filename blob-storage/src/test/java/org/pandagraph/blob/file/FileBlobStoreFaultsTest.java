/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.blob.contract.ChildJvm;

/** What happens to the file store when processes die, disks fill up and files get in the way. */
@Timeout(180)
class FileBlobStoreFaultsTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());
  private static final String STORED = "stored ";

  @TempDir Path place;

  // --- processes

  @Test
  void aKilledProcessLosesNothingThatItAcknowledged() throws Exception {
    System.out.println("replay with -Dtests.seed=" + SEED);
    Random random = new Random(SEED);
    List<Blob> acknowledged = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      try (ChildJvm child =
          ChildJvm.start(
              List.of(),
              "64m",
              StoringMain.class,
              place,
              SEED + 1_000_000L * round,
              700_001,
              10_000)) {
        for (int lines = 1 + random.nextInt(20); lines > 0; lines--) {
          acknowledged.add(stored(child.line()));
        }
        Thread.sleep(random.nextInt(20));
        child.kill();
        for (String line = child.line(); line != null; line = child.line()) {
          if (line.startsWith(STORED) && Blob.fromReference(line.substring(7)).isPresent()) {
            acknowledged.add(stored(line));
          }
        }
      }
      try (FileBlobStore store = FileBlobStore.open(place)) {
        for (Blob blob : acknowledged) {
          readAll(store, blob);
        }
        assertNothingDamagedIsVisible(store, 700_001);
      }
    }
  }

  @Test
  void leftoversOfCrashesAreRemovedOnceTheyAreOld() throws Exception {
    FileBlobStore.open(place).close();
    Path old = Files.writeString(place.resolve("incoming/old.part"), "half a content");
    Path young = Files.writeString(place.resolve("incoming/young.part"), "work in progress");
    Instant justOldEnough =
        Instant.now().minus(FileBlobStore.LEFTOVER_AGE).minus(Duration.ofMinutes(1));
    Files.setLastModifiedTime(old, FileTime.from(justOldEnough));

    FileBlobStore.open(place).close();

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void twoProcessesMayStoreTheSameAtTheSameTime() throws Exception {
    try (ChildJvm one =
            ChildJvm.start(List.of(), "64m", StoringMain.class, place, 7, 200_000, 60, "verify");
        ChildJvm other =
            ChildJvm.start(List.of(), "64m", StoringMain.class, place, 7, 200_000, 60, "verify")) {
      List<String> said = one.rest();
      assertThat(said).hasSize(60).allMatch(line -> line.startsWith(STORED));
      assertThat(other.rest()).isEqualTo(said);
      try (FileBlobStore store = FileBlobStore.open(place)) {
        for (String line : said) {
          readAll(store, stored(line));
        }
        try (Stream<StoredBlob> list = store.list()) {
          assertThat(list.count()).isEqualTo(60);
        }
      }
      assertThat(leftovers()).isEmpty();
    }
  }

  @Test
  void aContentMayBeMuchLargerThanTheMemory() throws Exception {
    try (ChildJvm child =
        ChildJvm.start(List.of(), "20m", StoringMain.class, place, 1, 96L << 20, 1, "verify")) {
      assertThat(child.rest()).singleElement().asString().contains(":" + (96L << 20) + ":");
    }
  }

  // --- disks

  @Test
  void aWriteThatTheSystemCutsOffLeavesNothing() throws Exception {
    List<String> limited = List.of("bash", "-c", "ulimit -f 256 && exec \"$@\"", "limited");
    try (ChildJvm child =
        ChildJvm.start(limited, "64m", StoringMain.class, place, 1, 1_000_000, 1)) {
      assertThat(child.rest())
          .singleElement()
          .asString()
          .startsWith("failed STORE_UNAVAILABLE")
          .contains(place.toString(), "File too large");
    }
    assertThat(leftovers()).isEmpty();
    try (FileBlobStore store = FileBlobStore.open(place);
        Stream<StoredBlob> list = store.list()) {
      assertThat(list).isEmpty();
    }
  }

  @Test
  void aFullDiskAndOneThatIsReadOnlyAreSaidAndSurvived() throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=1m", "none", place.toString()),
        "needs the right to mount a file system");
    try (FileBlobStore store = FileBlobStore.open(place)) {
      Blob before = store.store(new byte[1000]);
      BlobException full = refused(() -> store.store(new byte[2_000_000]));
      assertThat(full).hasMessageContainingAll(place.toString(), "No space left");
      assertThat(leftovers()).isEmpty();
      Blob after = store.store(new byte[2000]);

      assertThat(run("mount", "-o", "remount,ro", place.toString())).isTrue();
      assertThat(refused(() -> store.store(new byte[5]))).hasMessageContaining("Read-only");
      assertThat(
              refused(
                  () ->
                      store.discard(
                          new StoredBlob(before.digest(), before.length(), Instant.now()))))
          .hasMessageContaining("Read-only");
      readAll(store, before);
      readAll(store, after);
    } finally {
      run("umount", place.toString());
    }
  }

  @Test
  void aDirectoryThatMayNotBeWrittenIsSaid() throws Exception {
    FileBlobStore.open(place).close();
    assertThat(place.resolve("incoming").toFile().setWritable(false)).isTrue();
    try {
      assumeTrue(!Files.isWritable(place.resolve("incoming")), "root may write everywhere");
      try (FileBlobStore store = FileBlobStore.open(place)) {
        assertThat(refused(() -> store.store(new byte[5]))).hasMessageContaining(place.toString());
      }
    } finally {
      assertThat(place.resolve("incoming").toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void aFileInTheWayIsSaid() throws Exception {
    Path file = Files.writeString(place.resolve("file"), "x");
    assertThat(refused(() -> FileBlobStore.open(file))).hasMessageContaining(file.toString());
    assertThat(refused(() -> FileBlobStore.open(file.resolve("below"))))
        .hasMessageContaining(file.toString());

    Path directory = place.resolve("store");
    try (FileBlobStore store = FileBlobStore.open(directory)) {
      Blob blob = store.store(new byte[5]);
      Path shard = directory.resolve("content").resolve(blob.digest().toHex().substring(0, 3));
      store.discard(new StoredBlob(blob.digest(), blob.length(), Instant.now()));
      Files.delete(shard);
      Files.writeString(shard, "in the way");
      assertThat(refused(() -> store.store(new byte[5]))).hasMessageContaining(shard.toString());
      assertThat(directory.resolve("incoming")).isEmptyDirectory();
      Files.delete(shard);
      assertThat(store.store(new byte[5])).isEqualTo(blob);
    }
  }

  @Test
  void aStoreThatIsGoneIsNotTheSameAsAContentThatIsGone() throws Exception {
    Path directory = place.resolve("store");
    try (FileBlobStore store = FileBlobStore.open(directory)) {
      Blob blob = store.store(new byte[5]);
      Files.move(directory, place.resolve("unmounted"));

      assertThat(refused(() -> store.exists(blob.digest()))).hasMessageContaining("store");
      assertThat(refused(() -> store.length(blob.digest()))).hasMessageContaining("store");
      refused(() -> store.open(blob));
      refused(() -> store.list());
      refused(() -> store.discard(new StoredBlob(blob.digest(), blob.length(), Instant.now())));
      refused(() -> store.store(new byte[6]));
    }
  }

  @Test
  void aLaterFormatIsRefused() throws Exception {
    FileBlobStore.open(place).close();
    Files.writeString(place.resolve("format"), "pandagraph-blobs 2\n");

    assertThat(refused(() -> FileBlobStore.open(place)))
        .hasMessageContaining("'pandagraph-blobs 2'")
        .hasMessageContaining("'pandagraph-blobs 1'");
  }

  @Test
  void filesOfOthersAreLeftAlone() throws Exception {
    try (FileBlobStore store = FileBlobStore.open(place)) {
      Blob blob = store.store(new byte[5]);
      Path shard = place.resolve("content").resolve(blob.digest().toHex().substring(0, 3));
      Files.writeString(shard.resolve("notes.txt"), "mine");
      Files.createDirectory(place.resolve("content/lost+found"));
      Files.createDirectory(shard.resolve("0".repeat(64)));

      try (Stream<StoredBlob> list = store.list()) {
        assertThat(list.map(StoredBlob::digest)).containsExactly(blob.digest());
      }
    }
  }

  // --- steps

  private static Blob stored(String line) {
    assertThat(line).startsWith(STORED);
    return Blob.fromReference(line.substring(STORED.length())).orElseThrow();
  }

  private static void readAll(FileBlobStore store, Blob blob) throws IOException {
    try (InputStream in = store.open(blob)) {
      assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(blob.length());
    }
  }

  private static void assertNothingDamagedIsVisible(FileBlobStore store, long length)
      throws IOException {
    List<StoredBlob> all;
    try (Stream<StoredBlob> list = store.list()) {
      all = list.toList();
    }
    for (StoredBlob found : all) {
      assertThat(found.length()).isEqualTo(length);
      readAll(store, new Blob(found.digest(), found.length(), "application/octet-stream"));
    }
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(place.resolve("incoming"))) {
      return files.toList();
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private static BlobException refused(Step step) {
    BlobException e = catchThrowableOfType(BlobException.class, step::run);
    assertThat(e).isNotNull();
    assertThat(e.code()).as(e.getMessage()).isEqualTo(BlobErrorCode.STORE_UNAVAILABLE);
    return e;
  }

  private static boolean run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    return process.waitFor() == 0;
  }
}
