/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobIOException;

/** A content that was read and found right is still checked each time it is read again. */
class VerifiedContentsTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  @TempDir private Path place;

  private final Random random = new Random(SEED);
  private final byte[] content = new byte[300_000];
  private FileBlobStore store;
  private Blob blob;
  private Path file;

  @BeforeEach
  void aContentThatWasFoundRight() throws IOException {
    System.out.println("replay with -Dtests.seed=" + SEED);
    random.nextBytes(content);
    store = FileBlobStore.open(place);
    blob = store.store(content);
    try (Stream<Path> files = Files.walk(place.resolve("content"))) {
      file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    assertRight();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void assertRight() throws IOException {
    for (int i = 0; i < 3; i++) {
      try (InputStream in = store.open(blob)) {
        assertThat(in.readAllBytes()).isEqualTo(content);
      }
    }
  }

  private void assertDamaged() {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () -> {
                try (InputStream in = store.open(blob)) {
                  in.readAllBytes();
                }
              })
          .isInstanceOfSatisfying(
              BlobIOException.class,
              e -> assertThat(e.code()).isEqualTo(BlobErrorCode.CONTENT_DAMAGED));
    }
  }

  private void flipABit() throws IOException {
    file.toFile().setWritable(true);
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      long position = random.nextInt(content.length);
      raw.seek(position);
      int old = raw.read();
      raw.seek(position);
      raw.write(old ^ 1 << random.nextInt(8));
    }
  }

  @Test
  void aBitThatFlipsWithoutATraceIsFound() throws IOException {
    FileTime before = Files.getLastModifiedTime(file);
    flipABit();
    Files.setLastModifiedTime(file, before);
    assertDamaged();
  }

  @Test
  void aFileThatWasWrittenToIsFound() throws IOException {
    flipABit();
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
    assertDamaged();
  }

  @Test
  void storingItAgainHealsIt() throws IOException {
    flipABit();
    assertDamaged();
    store.store(content);
    assertRight();
  }
}
