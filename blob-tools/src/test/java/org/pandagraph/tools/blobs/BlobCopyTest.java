/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.file.FileBlobStore;

final class BlobCopyTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  private final Random random = new Random(SEED);
  @TempDir private Path folder;

  BlobCopyTest() {
    System.out.println("replay with -Dtests.seed=" + SEED);
  }

  @Test
  void copiesEverythingAndLeavesAloneWhatIsThere() throws Exception {
    try (BlobStore from = FileBlobStore.open(folder.resolve("a"));
        BlobStore to = FileBlobStore.open(folder.resolve("b"))) {
      List<Blob> blobs = fill(from, 1_300);
      to.store(from.open(blobs.get(7)));
      Counted counted = new Counted();

      CopyReport first = new BlobCopy(from, to, false, counted).run(3);

      assertThat(first.contentsCopied()).isEqualTo(1_299);
      assertThat(first.contentsPresent()).isEqualTo(1);
      assertThat(counted.contents.get()).isEqualTo(1_300);
      assertThat(counted.bytes.get()).isEqualTo(counted.totalBytes);
      for (Blob blob : blobs) {
        assertThat(to.open(blob)).hasSameContentAs(from.open(blob));
      }
      CopyReport second = new BlobCopy(from, to, false, counted).run(3);
      assertThat(second.contentsCopied()).isZero();
      assertThat(second.isClean()).isTrue();
    }
  }

  @Test
  void saysWhatIsDamagedAndCopiesTheRest() throws Exception {
    try (BlobStore from = FileBlobStore.open(folder.resolve("a"));
        BlobStore to = FileBlobStore.open(folder.resolve("b"))) {
      List<Blob> blobs = fill(from, 50);
      flip(folder.resolve("a"), blobs.get(3));

      CopyReport report = new BlobCopy(from, to, false, new Counted()).run(2);

      assertThat(report.isClean()).isFalse();
      assertThat(report.damages())
          .singleElement()
          .asString()
          .contains(blobs.get(3).digest().toHex());
      assertThat(report.contentsCopied()).isEqualTo(49);
      assertThat(to.exists(blobs.get(3).digest())).isFalse();
    }
  }

  @Test
  void verifyingHealsWhatIsDamagedInTheTarget() throws Exception {
    try (BlobStore from = FileBlobStore.open(folder.resolve("a"));
        BlobStore to = FileBlobStore.open(folder.resolve("b"))) {
      List<Blob> blobs = fill(from, 20);
      new BlobCopy(from, to, false, new Counted()).run(2);
      flip(folder.resolve("b"), blobs.get(5));

      CopyReport report = new BlobCopy(from, to, true, new Counted()).run(2);

      assertThat(report.contentsCopied()).isEqualTo(1);
      assertThat(report.contentsPresent()).isEqualTo(19);
      assertThat(to.open(blobs.get(5))).hasSameContentAs(from.open(blobs.get(5)));
    }
  }

  @Test
  void stopsWhereTheTargetIsGone() throws Exception {
    try (BlobStore from = FileBlobStore.open(folder.resolve("a"))) {
      fill(from, 5);
      BlobStore to = FileBlobStore.open(folder.resolve("b"));
      to.close();

      assertThatThrownBy(() -> new BlobCopy(from, to, false, new Counted()).run(2))
          .hasMessageContaining("closed");
    }
  }

  /** A real process, killed while it copies; the next goes on. */
  @Test
  void goesOnAfterBeingKilled() throws Exception {
    Path home = folder.resolve("home");
    try (BlobStore from = FileBlobStore.open(home.resolve("data/panda/blobs/neo4j"))) {
      fill(from, 4_000);
    }
    Files.createDirectories(home.resolve("data/databases/neo4j"));
    Path target = folder.resolve("elsewhere");
    Path out = folder.resolve("out.txt");
    Process process = copying(home, target, out);
    while (listed(target.resolve("neo4j")) < 100) {
      assertThat(process.isAlive()).as(Files.readString(out)).isTrue();
      Thread.sleep(2);
    }
    process.destroyForcibly().waitFor();
    long before = listed(target.resolve("neo4j"));
    assertThat(before).isLessThan(4_000);

    assertThat(copying(home, target, out).waitFor()).as(Files.readString(out)).isZero();

    assertThat(listed(target.resolve("neo4j"))).isEqualTo(4_000);
    assertThat(Files.readString(out))
        .contains("copied " + (4_000 - before) + " contents")
        .contains(before + " were there already, 0 were removed meanwhile, 0 damaged");
  }

  private static Process copying(Path home, Path target, Path out) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            BlobsCommand.class.getName(),
            "copy",
            "--home",
            home.toString(),
            "--from",
            "file",
            "--to",
            "file",
            "--set-to",
            "panda.blob.store.directory=" + target)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  private static long listed(Path store) throws Exception {
    if (Files.notExists(store.resolve("content"))) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(store.resolve("content"))) {
      return files.filter(Files::isRegularFile).count();
    } catch (java.io.UncheckedIOException changedMeanwhile) {
      return 0;
    }
  }

  private List<Blob> fill(BlobStore store, int contents) {
    List<Blob> blobs = new ArrayList<>();
    for (int i = 0; i < contents; i++) {
      byte[] bytes = new byte[8 + random.nextInt(3_000)];
      random.nextBytes(bytes);
      blobs.add(store.store(bytes));
    }
    return blobs;
  }

  private static void flip(Path store, Blob blob) throws Exception {
    String name = blob.digest().toHex();
    Path file = store.resolve("content").resolve(name.substring(0, 3)).resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private static final class Counted implements BlobCopy.Progress {
    final AtomicLong contents = new AtomicLong();
    final AtomicLong bytes = new AtomicLong();
    volatile long totalBytes;

    @Override
    public void total(long allContents, long allBytes) {
      totalBytes = allBytes;
    }

    @Override
    public void done(long length) {
      contents.incrementAndGet();
      bytes.addAndGet(length);
    }
  }
}
