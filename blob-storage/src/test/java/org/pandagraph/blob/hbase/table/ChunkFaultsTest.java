/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.hbase.client.Put;
import org.junit.jupiter.api.Test;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;

/** What happens to contents in chunks when cells rot and writers stop. */
class ChunkFaultsTest extends ChunkTestCase {
  // --- cells that rot

  @Test
  void aFlippedBitIsFoundInARangeAndItsChunkNamed() throws Exception {
    byte[] content = randomBytes(6 * CHUNK + 5);
    Blob blob = store.store(content);
    int flipped = 4 * CHUNK + 70_000;
    byte[] changed = content.clone();
    changed[flipped] ^= 4;
    damage(blob.digest(), changed);

    assertThatThrownBy(() -> read(blob, flipped - 10, 20))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.CONTENT_DAMAGED))
        .hasMessageContainingAll(blob.digest().toHex(), "chunk 4");
    assertThat(read(blob, 0, 4 * CHUNK)).isEqualTo(Arrays.copyOf(content, 4 * CHUNK));
    assertThat(read(blob, 5 * CHUNK, CHUNK))
        .isEqualTo(Arrays.copyOfRange(content, 5 * CHUNK, 6 * CHUNK));
    assertDamaged(blob);

    store.store(content);
    assertThat(read(blob)).isEqualTo(content);
  }

  @Test
  void aFlippedBitInOneCellIsFoundInARange() throws Exception {
    byte[] content = randomBytes(900);
    Blob blob = store.store(content);
    content[450] ^= 1;
    damage(blob.digest(), content);

    assertThatThrownBy(() -> read(blob, 3, 4))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.CONTENT_DAMAGED));
  }

  @Test
  void aFlippedBitIsFoundThoughTheDigestWasRightBefore() throws Exception {
    byte[] content = randomBytes(900);
    Blob blob = store.store(content);
    assertThat(read(blob)).isEqualTo(content);
    assertThat(read(blob)).isEqualTo(content);
    byte[] flipped = content.clone();
    flipped[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
    Generation generation = raw.newest(blob.digest());
    assertThat(generation.isChunked()).isFalse();

    // As a disk does it: nothing else about the cell changes.
    raw.put(
        Layout.CONTENT_TABLE,
        new Put(blob.digest().toBytes())
            .addColumn(Layout.BYTES, generation.id(), generation.time(), flipped));
    assertDamaged(blob);
    raw.replace(blob.digest(), flipped);
    assertDamaged(blob);

    store.store(content);
    assertThat(read(blob)).isEqualTo(content);
    assertThat(read(blob)).isEqualTo(content);
  }

  @Test
  void aMissingChunkIsNamed() throws Exception {
    Blob blob = store.store(randomBytes(3 * CHUNK));
    raw.deleteRow(Layout.CHUNK_TABLE, Layout.chunkRow(raw.newest(blob.digest()).id(), 1));

    assertThatThrownBy(() -> read(blob))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.CONTENT_DAMAGED))
        .hasMessageContainingAll(blob.digest().toHex(), "chunk 1");
    assertThat(read(blob, 2 * CHUNK, CHUNK)).hasSize(CHUNK);
  }

  @Test
  void bytesThatLackTheirCellAreDamage() throws Exception {
    Blob blob = store.store(randomBytes(500));
    byte[] id = raw.newest(blob.digest()).id();
    try (var table = raw.connection().getTable(raw.name(Layout.CONTENT_TABLE))) {
      table.delete(
          new org.apache.hadoop.hbase.client.Delete(blob.digest().toBytes())
              .addColumns(Layout.BYTES, id));
    }
    assertDamaged(blob);
  }

  @Test
  void aManifestOfAnUnknownKindIsDamage() throws Exception {
    Blob blob = store.store(randomBytes(3 * CHUNK));
    spoilManifest(blob);
    assertDamaged(blob);
  }

  @Test
  void inlineBytesThatAreRightNeedNoManifestToBeRead() throws Exception {
    byte[] content = randomBytes(500);
    Blob blob = store.store(content);
    spoilManifest(blob);

    assertThat(read(blob)).isEqualTo(content);
    assertThat(read(blob, 100, 50)).isEqualTo(Arrays.copyOfRange(content, 100, 150));
    assertThatThrownBy(() -> store.length(blob.digest()))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.CONTENT_DAMAGED));
  }

  private void spoilManifest(Blob blob) throws Exception {
    byte[] manifest = raw.newest(blob.digest()).toBytes();
    manifest[0] = 9;
    raw.put(
        Layout.CONTENT_TABLE,
        new Put(blob.digest().toBytes())
            .addColumn(Layout.MANIFEST, raw.newest(blob.digest()).id(), manifest));
  }

  // --- writers that stop

  @Test
  void aContentThatBreaksOffIsNeitherReadableNorLeft() throws Exception {
    byte[] start = randomBytes(5 * CHUNK);
    InputStream breaksOff =
        new SequenceInputStream(
            new ByteArrayInputStream(start),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the client is gone");
              }
            });

    assertThatThrownBy(() -> store.store(breaksOff))
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("the client is gone");

    assertThat(listed()).isEmpty();
    awaitRegistered(0);
    assertThat(raw.count(Layout.CHUNK_TABLE)).isZero();
  }

  @Test
  void theNextUploadIsRegisteredAheadAndNoLeftover() throws Exception {
    int before = raw.count(Layout.CHUNK_TABLE);
    byte[] content = randomBytes(3 * CHUNK);
    store.store(content);
    awaitRegistered(1);
    content[0]++;
    Blob second = store.store(content);
    awaitRegistered(1);
    assertThat(read(second)).isEqualTo(content);

    assertThat(store.removeLeftovers(Duration.ZERO)).isZero();
    assertThat(raw.registered()).isZero();

    content[0]++;
    Blob third = store.store(content);
    awaitRegistered(1);
    store.close();
    store = openStore();
    store.removeLeftovers(Duration.ZERO);
    assertThat(raw.registered()).isZero();
    assertThat(read(third)).isEqualTo(content);
    assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(before + 9);
  }

  private static void awaitRegistered(int count) throws Exception {
    while (raw.registered() != count) {
      Thread.sleep(10);
    }
  }

  @Test
  void whatAKilledWriterLeavesIsSweptAndNothingElse() throws Exception {
    Blob whole = store.store(randomBytes(3 * CHUNK));
    byte[] abandoned = Layout.newId();
    byte[] announced = Layout.newId();
    byte[] finished = raw.newest(whole.digest()).id();
    for (byte[] upload : List.of(abandoned, announced, finished)) {
      register(upload, "w", new byte[] {1});
    }
    register(announced, "d", digestOf(randomBytes(5)).toBytes());
    register(finished, "d", whole.digest().toBytes());
    for (byte[] upload : List.of(abandoned, announced)) {
      for (int chunk = 0; chunk < 3; chunk++) {
        raw.put(
            Layout.CHUNK_TABLE,
            new Put(Layout.chunkRow(upload, chunk))
                .addColumn(Layout.BYTES, Layout.page(0), new byte[100]));
      }
    }

    assertThat(store.removeLeftovers(Duration.ofHours(1))).isZero();
    assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(9);

    assertThat(store.removeLeftovers(Duration.ZERO)).isEqualTo(2);
    assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(3);
    assertThat(raw.registered()).isZero();
    assertThat(read(whole)).hasSize(3 * CHUNK);
    assertThat(store.removeLeftovers(Duration.ZERO)).isZero();
  }

  private static void register(byte[] upload, String column, byte[] value) throws IOException {
    raw.put(
        Layout.REGISTER_TABLE,
        new Put(Layout.registerRow(upload))
            .addColumn(Layout.REGISTER, Layout.ascii(column), value));
  }

  @Test
  void aWriterThatWasTakenForALeftoverSaysSoAndLeavesNothing() throws Exception {
    byte[] content = randomBytes(5 * CHUNK);
    InputStream swept =
        new SequenceInputStream(
            new ByteArrayInputStream(content),
            new InputStream() {
              @Override
              public int read() {
                while (listedChunks() < 4) {
                  Thread.onSpinWait();
                }
                store.removeLeftovers(Duration.ZERO);
                return -1;
              }
            });

    assertThatThrownBy(() -> store.store(swept))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.STORE_UNAVAILABLE))
        .hasMessageContaining("leftover");

    assertThat(store.exists(digestOf(content))).isFalse();
    while (listedChunks() > 0) {
      Thread.sleep(10);
    }
  }

  private static int listedChunks() {
    try {
      return raw.count(Layout.CHUNK_TABLE);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
