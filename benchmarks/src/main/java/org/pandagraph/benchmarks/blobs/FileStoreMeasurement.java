/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.blobs;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.blob.file.FileBlobStore;

/**
 * The file store against a plain file, flushed with its directory; and against a file that is
 * written as any program does that must never show half of one: a draft, flushed and renamed.
 */
final class FileStoreMeasurement {
  private static final int LENGTH = 1 << 20;
  private static final int OPERATIONS = 20;
  private static final int SHARDS = 4096;

  private final Path work;
  private final Sides sides;
  private final byte[] content = Contents.of(LENGTH, 1);
  private int numbers;

  FileStoreMeasurement(Path work, Sides sides) {
    this.work = work;
    this.sides = sides;
  }

  /** How a file is written that is compared with the store's. */
  private interface Writer {
    void write(Path file, byte[] content) throws IOException;
  }

  void run(BenchmarkReport report) throws Exception {
    Path folder = work.resolve("blobs");
    makeShards(folder.resolve("content"));
    try (FileBlobStore store = FileBlobStore.open(folder)) {
      Sides.Finding plain =
          compare(store, FileStoreMeasurement::write).print("file store, put 1 MiB / file + fsync");
      Sides.Finding whole =
          compare(store, FileStoreMeasurement::replace).print("the same / draft, fsync, rename");
      report
          .ratio("file_put_1mib_over_plain", plain.speedup())
          .ratio("file_put_1mib_over_plain_least", plain.least())
          .ratio("file_put_1mib_over_plain_most", plain.most())
          .ratio("file_put_1mib_over_renamed", whole.speedup())
          .ratio("file_put_1mib_over_renamed_least", whole.least())
          .ratio("file_put_1mib_over_renamed_most", whole.most())
          .figure("file_put_1mib_ms", plain.firstMillis() / OPERATIONS)
          .figure("plain_file_1mib_ms", plain.secondMillis() / OPERATIONS)
          .figure("renamed_file_1mib_ms", whole.secondMillis() / OPERATIONS);
    }
  }

  private Sides.Finding compare(FileBlobStore store, Writer other) throws Exception {
    Path plain = Files.createDirectories(work.resolve("plain"));
    return sides.compare(
        round -> {
          for (int i = 0; i < OPERATIONS; i++) {
            store.store(distinct());
          }
        },
        round -> {
          for (int i = 0; i < OPERATIONS; i++) {
            byte[] own = distinct();
            other.write(plain.resolve("f" + numbers), own);
          }
        });
  }

  /** A store has them all once it holds some ten thousand contents. */
  private static void makeShards(Path content) throws IOException {
    for (int i = 0; i < SHARDS; i++) {
      Files.createDirectories(content.resolve(String.format(Locale.ROOT, "%03x", i)));
    }
  }

  private byte[] distinct() {
    byte[] own = content.clone();
    ByteBuffer.wrap(own).putInt(++numbers);
    return own;
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(content);
      out.getFD().sync();
    }
    flush(file.getParent());
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
      out.write(content);
      out.getFD().sync();
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    flush(file.getParent());
  }

  private static void flush(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
