/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.hbase.client.Put;
import org.junit.jupiter.api.Test;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.blob.contract.Generated;
import org.pandagraph.blob.hbase.HBaseBlobStore;

/** What happens to contents in chunks that are stored again, discarded, or read by many. */
class ChunkGenerationsTest extends ChunkTestCase {
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
      raw.awaitSettled(blob.digest());
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
      assertThat(store.discard(seen)).isFalse();

      raw.awaitSettled(blob.digest());
      assertThat(listed().get(blob.digest()).storedAt()).isAfter(seen.storedAt());
      assertThat(store.discard(seen)).isFalse();
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
