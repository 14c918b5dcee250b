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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.hbase.client.Put;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.blob.contract.BlobStoreTestCase;
import org.pandagraph.blob.contract.Generated;
import org.pandagraph.blob.hbase.HBaseBlobStore;

/** What happens to contents in chunks when cells rot, writers stop and generations change. */
class ChunkFaultsTest extends BlobStoreTestCase {
  private static final String NAMESPACE = "chunks";
  private static final int CHUNK = 128 * 1024;
  private static RawCells raw;

  @BeforeAll
  static void connect() throws IOException {
    raw = new RawCells(RealHBase.quorum(), NAMESPACE);
  }

  @AfterAll
  static void disconnect() throws IOException {
    raw.close();
  }

  @AfterEach
  void clear() throws IOException {
    raw.clear();
  }

  @Override
  protected BlobStore openStore() {
    return HBaseBlobStore.open(
        RealHBase.config(RealHBase.quorum(), NAMESPACE).chunkSize(CHUNK).inlineLimit(1000).build());
  }

  @Override
  protected void damage(BlobDigest digest, byte[] bytes) throws IOException {
    raw.replace(digest, bytes);
  }

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
    Blob blob = store.store(randomBytes(500));
    byte[] manifest = raw.newest(blob.digest()).toBytes();
    manifest[0] = 9;
    raw.put(
        Layout.CONTENT_TABLE,
        new Put(blob.digest().toBytes())
            .addColumn(Layout.MANIFEST, raw.newest(blob.digest()).id(), manifest));
    assertDamaged(blob);
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

  // --- generations

  @Test
  void aReaderOfAnOldGenerationGoesOnWithItAndAfterASweepWithTheNewOne() throws Exception {
    byte[] content = randomBytes(40 * CHUNK);
    Blob blob = store.store(content);
    try (InputStream slow = store.open(blob);
        InputStream slower = store.open(blob)) {
      byte[] first = slow.readNBytes(100);
      byte[] firstToo = slower.readNBytes(100);
      store.store(content);
      assertThat(raw.generations(blob.digest())).hasSize(1);
      assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(80);
      byte[] rest = slow.readAllBytes();
      assertThat(store.removeLeftovers(Duration.ZERO)).isEqualTo(1);
      assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(40);
      byte[] restToo = slower.readAllBytes();

      assertThat(first.length + rest.length).isEqualTo(content.length);
      assertThat(restToo).isEqualTo(Arrays.copyOfRange(content, 100, content.length));
      assertThat(firstToo).isEqualTo(Arrays.copyOf(content, 100));
    }
  }

  @Test
  void aReaderOfADiscardedContentIsToldThatItIsGone() throws Exception {
    Blob blob = store.store(randomBytes(40 * CHUNK));
    try (InputStream slow = store.open(blob)) {
      slow.readNBytes(100);
      assertThat(discard(blob)).isTrue();
      store.removeLeftovers(Duration.ZERO);

      assertThatThrownBy(slow::readAllBytes)
          .isInstanceOfSatisfying(
              BlobIOException.class,
              e -> assertThat(e.code()).isEqualTo(BlobErrorCode.CONTENT_MISSING));
    }
    assertThat(raw.count(Layout.CHUNK_TABLE)).isZero();
  }

  @Test
  void storingAgainIsLaterThoughTheClockOfAServerWasAhead() throws Exception {
    for (int length : new int[] {500, 2 * CHUNK}) {
      byte[] content = randomBytes(length);
      Blob blob = store.store(content);
      Generation first = raw.newest(blob.digest());
      long ahead = System.currentTimeMillis() + 25_000;
      raw.put(
          Layout.CONTENT_TABLE,
          new Put(blob.digest().toBytes())
              .addColumn(Layout.MANIFEST, first.id(), ahead, first.toBytes()));
      StoredBlob seen = listed().get(blob.digest());
      assertThat(seen.storedAt()).isEqualTo(Instant.ofEpochMilli(ahead));

      store.store(content);

      assertThat(listed().get(blob.digest()).storedAt()).isAfter(seen.storedAt());
      assertThat(store.discard(seen)).isFalse();
      assertThat(raw.generations(blob.digest())).hasSize(1);
      assertThat(read(blob)).isEqualTo(content);
      assertThat(store.discard(listed().get(blob.digest()))).isTrue();
      store.store(content);
      assertThat(read(blob)).as("not hidden by what was deleted").isEqualTo(content);
    }
  }

  @Test
  void twoClientsThatStoreAndDiscardTheSameAgreeInTheEnd() throws Exception {
    byte[] content = randomBytes(3 * CHUNK);
    Blob blob = store.store(content);
    try (BlobStore other = openStore()) {
      atTheSameTime(
          4,
          thread -> {
            BlobStore own = thread % 2 == 0 ? store : other;
            for (int i = 0; i < 10; i++) {
              own.store(content);
              if (thread == 3) {
                own.discard(new StoredBlob(blob.digest(), blob.length(), Instant.now()));
              }
            }
            return null;
          });
    }
    store.store(content);
    store.removeLeftovers(Duration.ZERO);

    assertThat(read(blob)).isEqualTo(content);
    assertThat(raw.generations(blob.digest())).hasSize(1);
    assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(3);
    assertThat(discard(blob)).isTrue();
    store.removeLeftovers(Duration.ZERO);
    assertThat(raw.count(Layout.CHUNK_TABLE)).isZero();
    assertThat(raw.registered()).isZero();
  }

  @Test
  void twoClientsMayMakeTheTablesAtTheSameTime() throws Exception {
    List<Blob> blobs =
        atTheSameTime(
            4,
            thread -> {
              try (BlobStore own =
                  HBaseBlobStore.open(
                      RealHBase.config(RealHBase.quorum(), "made_at_once").build())) {
                return own.store(new byte[] {1, 2, 3});
              }
            });
    assertThat(blobs).hasSize(4).containsOnly(blobs.get(0));
  }

  // --- many

  @Test
  void tenThousandSmallReadsAtTheSameTime() throws Exception {
    List<Blob> blobs = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      blobs.add(store.store(randomBytes(100 + i)));
    }
    ExecutorService pool = Executors.newFixedThreadPool(300);
    try {
      List<Future<Integer>> reads = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        Blob blob = blobs.get(i % blobs.size());
        reads.add(pool.submit(() -> read(blob).length));
      }
      for (int i = 0; i < reads.size(); i++) {
        assertThat(reads.get(i).get()).isEqualTo(100 + i % blobs.size());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void asksForManyAtOnce() {
    Blob there = store.store(randomBytes(10));
    List<BlobDigest> digests = new ArrayList<>(List.of(there.digest()));
    for (int i = 0; i < 1200; i++) {
      digests.add(digestOf(randomBytes(20)));
    }
    assertThat(store.missing(digests)).hasSize(1200).doesNotContain(there.digest());
    assertThat(store.missing(List.of())).isEmpty();
  }

  @Test
  void givesRangesThatEndAnywhere() throws Exception {
    byte[] content = randomBytes(5 * CHUNK + 77);
    Blob blob = store.store(content);
    for (int i = 0; i < 60; i++) {
      int offset = random.nextInt(content.length + 1);
      int length = i % 2 == 0 ? random.nextInt(content.length) : random.nextInt(70_000);
      int end = Math.min(content.length, offset + length);
      assertThat(read(blob, offset, length))
          .as("%d from %d", length, offset)
          .isEqualTo(Arrays.copyOfRange(content, offset, end));
    }
  }

  @Test
  void countsWhatItIsAskedFor() throws Exception {
    Blob blob = store.store(new Generated(2 * CHUNK, SEED));
    read(blob);
    var metrics = store.metrics().orElseThrow();
    assertThat(metrics.bytesStored()).isEqualTo(2 * CHUNK);
    assertThat(metrics.bytesRead()).isEqualTo(2 * CHUNK);
    assertThat(metrics.calls(org.pandagraph.blob.BlobStoreMetrics.Operation.STORE)).isEqualTo(1);
    assertThat(metrics.time(org.pandagraph.blob.BlobStoreMetrics.Operation.STORE)).isPositive();
    assertThat(metrics.errors(BlobErrorCode.STORE_UNAVAILABLE)).isZero();
  }
}
