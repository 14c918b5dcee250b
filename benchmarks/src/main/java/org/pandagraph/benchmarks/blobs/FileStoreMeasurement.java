/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.blobs;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.blob.file.FileBlobStore;

/** The file store against plain files that are as durable: file and directory are flushed. */
final class FileStoreMeasurement {
  private static final int LENGTH = 1 << 20;
  private static final int OPERATIONS = 20;

  private final Path work;
  private final Sides sides;

  FileStoreMeasurement(Path work, Sides sides) {
    this.work = work;
    this.sides = sides;
  }

  void run(BenchmarkReport report) throws Exception {
    Path plain = Files.createDirectories(work.resolve("plain"));
    byte[] content = Contents.of(LENGTH, 1);
    try (FileBlobStore store = FileBlobStore.open(work.resolve("blobs"))) {
      Sides.Finding put =
          sides
              .compare(
                  round -> {
                    for (int i = 0; i < OPERATIONS; i++) {
                      store.store(distinct(content, round * OPERATIONS + i));
                    }
                  },
                  round -> {
                    for (int i = 0; i < OPERATIONS; i++) {
                      int number = round * OPERATIONS + i;
                      write(plain.resolve("f" + number), distinct(content, number));
                    }
                  })
              .print("file store, put 1 MiB / file + fsync");
      report
          .ratio("file_put_1mib_over_plain", put.speedup())
          .ratio("file_put_1mib_over_plain_least", put.least())
          .figure("file_put_1mib_ms", put.firstMillis() / OPERATIONS)
          .figure("plain_file_1mib_ms", put.secondMillis() / OPERATIONS);
    }
  }

  private static byte[] distinct(byte[] content, int number) {
    byte[] own = content.clone();
    own[number % 1000] ^= (byte) (1 + number / 1000);
    return own;
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(content);
      out.getFD().sync();
    }
    try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
