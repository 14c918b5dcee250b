/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.BlobStoreMetrics;
import org.pandagraph.blob.StoredBlob;

/** Contents of several generations: whose writers died, overtake each other, or have odd clocks. */
class SettlingTest extends ChunkTestCase {
  private static final long CLOCKS_DIFFER_MILLIS = 25_000;

  private final BlobStoreMetrics metrics = new BlobStoreMetrics();
  private Cluster cluster;
  private ContentTable contents;

  @BeforeEach
  void openBelow() {
    StoreFaults faults = new StoreFaults(setup.config());
    cluster = new Cluster(setup.config(), faults, metrics);
    Requests requests = new Requests(setup.config(), faults);
    Writes writes = new Writes(setup.config());
    contents =
        new ContentTable(cluster, requests, writes, new UploadRegister(cluster, requests, writes));
  }

  @AfterEach
  void closeBelow() {
    cluster.close();
  }

  private Blob storeAndSettle(byte[] content) throws Exception {
    Blob blob = store.store(content);
    store.removeLeftovers(Duration.ofHours(1));
    assertThat(raw.generations(blob.digest())).hasSize(1);
    return blob;
  }

  private long oddTime(long time) {
    return time + random.nextInt((int) (2 * CLOCKS_DIFFER_MILLIS)) - CLOCKS_DIFFER_MILLIS;
  }

  // --- writers that die

  @Test
  void whatWasStoredAfterTheListIsNotDiscardedThoughItsWriterDied() throws Exception {
    for (int length : new int[] {700, 2 * CHUNK}) {
      for (long later : new long[] {-CLOCKS_DIFFER_MILLIS, -1, 0, 1}) {
        byte[] content = randomBytes(length);
        Blob blob = storeAndSettle(content);
        StoredBlob seen = listed().get(blob.digest());
        raw.storeAgain(blob.digest(), seen.storedAt().toEpochMilli() + later);

        assertThat(store.discard(seen)).isFalse();
        assertThat(store.discard(seen)).isFalse();
        assertThat(read(blob)).isEqualTo(content);

        StoredBlob again = listed().get(blob.digest());
        assertThat(again.storedAt()).isAfter(seen.storedAt());
        raw.storeAgain(blob.digest(), again.storedAt().toEpochMilli() + later);
        assertThat(store.discard(again)).isFalse();
        assertThat(read(blob)).isEqualTo(content);

        if (later <= 0) {
          assertThat(store.discard(listed().get(blob.digest()))).isTrue();
          assertThat(store.exists(blob.digest())).isFalse();
          store.removeLeftovers(Duration.ZERO);
          assertThat(raw.count(Layout.CHUNK_TABLE)).isZero();
        }
        clear();
      }
    }
  }

  @Test
  void whatADeadWriterLeftIsRemovedByTheNextOne() throws Exception {
    for (int length : new int[] {700, 2 * CHUNK}) {
      byte[] content = randomBytes(length);
      Blob blob = storeAndSettle(content);
      for (int i = 0; i < 3; i++) {
        raw.storeAgain(blob.digest(), oddTime(System.currentTimeMillis()));
      }

      store.store(content);

      Generation left = raw.awaitSettled(blob.digest());
      assertThat(read(blob)).isEqualTo(content);
      store.removeLeftovers(Duration.ZERO);
      assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(left.isChunked() ? 2 : 0);
      assertThat(discard(blob) || left.time() > System.currentTimeMillis()).isTrue();
      clear();
    }
  }

  @Test
  void storingAgainHealsThoughTheWriterDiedAndItsClockWasBehind() throws Exception {
    for (int length : new int[] {700, 4 * CHUNK}) {
      byte[] content = randomBytes(length);
      Blob blob = storeAndSettle(content);
      Generation first = raw.newest(blob.digest());
      raw.storeAgain(blob.digest(), first.time() - CLOCKS_DIFFER_MILLIS);
      byte[] flipped = content.clone();
      flipped[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
      assertThat(raw.newest(blob.digest()).id()).isEqualTo(first.id());
      damage(blob.digest(), flipped);

      assertThat(read(blob)).isEqualTo(content);
      assertThat(read(blob, length / 2, 100)).hasSize(100);
      assertThat(store.discard(listed().get(blob.digest()))).isFalse();
      assertThat(read(blob)).as("nobody removed the one that is whole").isEqualTo(content);
      clear();
    }
  }

  @Test
  void closingSettlesWhatWasStoredJustBefore() throws Exception {
    byte[] content = randomBytes(500);
    Blob blob = store.store(content);
    store.store(content);
    store.store(content);
    store.close();

    assertThat(raw.generations(blob.digest())).hasSize(1);
    store = openStore();
    assertThat(read(blob)).isEqualTo(content);
  }

  // --- settlers at the same time

  @Test
  void settlersThatLookedAtTheSameTimeLeaveOneThatIsLaterThanAll() throws Exception {
    Settler settler = new Settler(contents);
    for (int round = 0; round < 25; round++) {
      byte[] content = randomBytes(round % 5 == 0 ? 2 * CHUNK : 700);
      Blob blob = storeAndSettle(content);
      long now = raw.newest(blob.digest()).time();
      int writers = 2 + random.nextInt(3);
      List<byte[]> ids = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        ids.add(raw.storeAgain(blob.digest(), round % 2 == 0 ? now : oddTime(now)));
      }
      List<Generation> looked = raw.generations(blob.digest());
      assertThat(looked).hasSize(1 + writers);

      List<Boolean> settled =
          atTheSameTime(writers, thread -> settler.settle(blob.digest(), ids.get(thread), looked));

      assertThat(settled).doesNotContain(false);
      List<Generation> left = raw.generations(blob.digest());
      assertThat(left).hasSize(1);
      assertThat(left.get(0).time()).isGreaterThan(Generation.latest(looked));
      assertThat(read(blob)).isEqualTo(content);
    }
  }

  @Test
  void aSettlerLeavesAloneWhatWasRenewedSinceItLooked() throws Exception {
    byte[] content = randomBytes(700);
    Blob blob = storeAndSettle(content);
    byte[] own = raw.storeAgain(blob.digest(), System.currentTimeMillis());
    Generation other = raw.newest(blob.digest());
    List<Generation> looked = raw.generations(blob.digest());
    List<Generation> seen = new ArrayList<>(looked);
    seen.removeIf(each -> each.hasId(own));
    Generation first = seen.get(0);
    assertThat(contents.renew(blob.digest(), first, other.time() + 1000)).isTrue();

    assertThat(contents.remove(blob.digest(), first)).isFalse();
    assertThat(contents.renew(blob.digest(), first, other.time() + 2000)).isFalse();
    assertThat(raw.generations(blob.digest())).hasSize(2);
    assertThat(new Settler(contents).settle(blob.digest(), own, looked)).isTrue();

    List<Generation> left = raw.generations(blob.digest());
    assertThat(left).hasSize(1);
    assertThat(left.get(0).hasId(own)).isTrue();
    assertThat(left.get(0).time()).isGreaterThan(other.time() + 1000);
    assertThat(read(blob)).isEqualTo(content);
  }

  @Test
  void aFullQueueIsSettledByThoseWhoStore() throws Exception {
    byte[] content = randomBytes(300);
    Blob blob = storeAndSettle(content);
    byte[] own = raw.storeAgain(blob.digest(), System.currentTimeMillis());
    SettlingQueue queue = new SettlingQueue(contents, new Settler(contents), metrics);
    atTheSameTime(
        4,
        thread -> {
          for (int i = 0; i < 800; i++) {
            queue.add(blob.digest(), Layout.newId());
          }
          return null;
        });
    queue.add(blob.digest(), own);
    queue.close(setup.config().operationTimeout());

    assertThat(metrics.unsettled()).isZero();
    assertThat(raw.generations(blob.digest())).hasSize(1);
    assertThat(read(blob)).isEqualTo(content);
  }

  // --- everything at once

  /**
   * Each round lists the content, then stores it, lets writers die whose clocks are odd, discards
   * what was listed, settles and reads, on two clients at the same time. At least one store begins
   * after the list, so whatever the order, no discard of what was listed may remove the content.
   */
  @Test
  void noInterleavingOfStoresAndDiscardsLosesWhatWasStoredAfterTheList() throws Exception {
    for (int length : new int[] {600, 2 * CHUNK + 1}) {
      byte[] content = randomBytes(length);
      Blob blob = store.store(content);
      List<StoredBlob> lists = Collections.synchronizedList(new ArrayList<>());
      try (BlobStore other = openStore()) {
        for (int round = 0; round < 25; round++) {
          lists.add(listed().get(blob.digest()));
          long seed = random.nextLong();
          store.store(content);
          atTheSameTime(
              4,
              thread -> {
                BlobStore own = thread % 2 == 0 ? store : other;
                Random steps = new Random(seed + thread);
                for (int i = 0; i < 4; i++) {
                  step(own, blob, content, lists.get(steps.nextInt(lists.size())), steps);
                }
                return null;
              });
          assertThat(read(blob)).as("round %d", round).isEqualTo(content);
        }
        other.store(content);
        other.removeLeftovers(Duration.ofHours(1));
        store.removeLeftovers(Duration.ofHours(1));
      }
      assertThat(raw.generations(blob.digest())).hasSize(1);
      assertThat(read(blob)).isEqualTo(content);
      store.removeLeftovers(Duration.ZERO);
      assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(length > CHUNK ? 3 : 0);
      assertThat(read(blob)).isEqualTo(content);
      clear();
    }
  }

  private void step(BlobStore own, Blob blob, byte[] content, StoredBlob seen, Random steps)
      throws Exception {
    switch (steps.nextInt(5)) {
      case 0:
        own.store(content);
        break;
      case 1:
        raw.storeAgain(
            blob.digest(),
            System.currentTimeMillis()
                + steps.nextInt((int) CLOCKS_DIFFER_MILLIS)
                - CLOCKS_DIFFER_MILLIS / 2);
        break;
      case 2:
      case 3:
        assertThat(own.discard(seen)).as("discarded what was stored since").isFalse();
        break;
      default:
        try (var in = own.open(blob)) {
          assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }
  }

  /** The same contents again and again, and really discarded now and then. */
  @Test
  void twoClientsThatStoreDiscardAndReadAgreeInTheEnd() throws Exception {
    List<byte[]> all = List.of(randomBytes(500), randomBytes(900), randomBytes(CHUNK + 5));
    try (BlobStore other = openStore()) {
      atTheSameTime(
          4,
          thread -> {
            BlobStore own = thread % 2 == 0 ? store : other;
            Random steps = new Random(SEED + thread);
            for (int i = 0; i < 40; i++) {
              byte[] content = all.get(steps.nextInt(all.size()));
              if (steps.nextInt(3) > 0) {
                own.store(content);
              } else {
                BlobDigest digest = digestOf(content);
                own.discard(new StoredBlob(digest, content.length, Instant.now()));
              }
            }
            return null;
          });
      other.removeLeftovers(Duration.ofHours(1));
      for (byte[] content : all) {
        Blob blob = store.store(content);
        assertThat(read(blob)).isEqualTo(content);
      }
      store.removeLeftovers(Duration.ofHours(1));
      store.removeLeftovers(Duration.ZERO);
      for (byte[] content : all) {
        assertThat(raw.generations(digestOf(content))).hasSize(1);
        Blob blob = new Blob(digestOf(content), content.length, "text/plain");
        assertThat(read(blob)).isEqualTo(content);
      }
    }
    assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(2);
    assertThat(raw.registered()).isZero();
  }
}
