/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.MeasuredBlobStore;

/** Contents of the file store, read into buffers: what their streams give. */
class ChannelReadsTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  static {
    System.out.println("replay with -Dtests.seed=" + SEED);
  }

  private final Random random = new Random(SEED);

  @TempDir Path directory;

  private BlobStore store;

  @BeforeEach
  void open() {
    store = new MeasuredBlobStore(FileBlobStore.open(directory));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void givesWhatTheStreamGives() throws IOException {
    byte[] content = randomBytes(300_000);
    Blob blob = store(content);

    for (int i = 0; i < 100; i++) {
      int offset = i == 0 ? 0 : random.nextInt(content.length);
      int length = i == 0 ? content.length : 1 + random.nextInt(content.length - offset);
      int size = 1 + random.nextInt(100_000);
      ByteBuffer buffer =
          random.nextBoolean() ? ByteBuffer.allocate(size) : ByteBuffer.allocateDirect(size);

      assertThat(read(store.open(blob, offset, length), buffer))
          .as("%d from %d by %s", length, offset, buffer)
          .isEqualTo(Arrays.copyOfRange(content, offset, offset + length));
    }
    assertThat(store.metrics().orElseThrow().bytesRead()).isGreaterThan(300_000);
  }

  @Test
  void canBeReadBothWays() throws IOException {
    byte[] content = randomBytes(1000);
    Blob blob = store(content);

    ByteBuffer middle = ByteBuffer.allocateDirect(500);
    try (InputStream in = store.open(blob)) {
      byte[] start = in.readNBytes(300);
      assertThat(((ReadableByteChannel) in).read(middle)).isEqualTo(500);
      byte[] end = in.readAllBytes();

      assertThat(start).isEqualTo(Arrays.copyOf(content, 300));
      assertThat(array(middle.flip())).isEqualTo(Arrays.copyOfRange(content, 300, 800));
      assertThat(end).isEqualTo(Arrays.copyOfRange(content, 800, 1000));
    }
  }

  @Test
  void neverGivesAFlippedBitAsGood() throws IOException {
    for (int reads = 0; reads < 2; reads++) {
      byte[] content = randomBytes(100_000);
      Blob blob = store(content);
      // Checked by its digest the first time, by its CRC32C later.
      for (int i = 0; i < reads; i++) {
        read(store.open(blob), ByteBuffer.allocate(10_000));
      }
      content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
      FileTime time = Files.getLastModifiedTime(file(blob));
      Files.write(file(blob), content);
      Files.setLastModifiedTime(file(blob), time);

      try (InputStream in = store.open(blob)) {
        ReadableByteChannel channel = (ReadableByteChannel) in;
        ByteBuffer all = ByteBuffer.allocateDirect(content.length);
        assertThatThrownBy(
                () -> {
                  while (all.hasRemaining()) {
                    channel.read(all);
                  }
                })
            .isInstanceOfSatisfying(
                BlobIOException.class,
                e -> assertThat(e.code()).isEqualTo(BlobErrorCode.CONTENT_DAMAGED));
        assertThatThrownBy(() -> channel.read(all.clear())).isInstanceOf(BlobIOException.class);
      }
    }
  }

  @Test
  void isOpenUntilItIsClosed() throws IOException {
    InputStream in = store.open(store(randomBytes(10)));
    ReadableByteChannel channel = (ReadableByteChannel) in;

    assertThat(channel.isOpen()).isTrue();
    assertThat(channel.read(ByteBuffer.allocate(0))).isZero();
    in.close();
    assertThat(channel.isOpen()).isFalse();
  }

  private static byte[] read(InputStream content, ByteBuffer buffer) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (content) {
      ReadableByteChannel channel = (ReadableByteChannel) content;
      while (channel.read(buffer.clear()) >= 0) {
        all.writeBytes(array(buffer.flip()));
      }
    }
    return all.toByteArray();
  }

  private static byte[] array(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private Blob store(byte[] content) {
    return store.store(new ByteArrayInputStream(content));
  }

  private Path file(Blob blob) {
    String name = blob.digest().toHex();
    return directory.resolve("content").resolve(name.substring(0, 3)).resolve(name);
  }

  private byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
