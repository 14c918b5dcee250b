/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.pandagraph.blob.hbase.table.Refusals.readAll;
import static org.pandagraph.blob.hbase.table.Refusals.refused;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hadoop.hbase.client.TableDescriptorBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.BlobStoreMetrics.Operation;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.blob.contract.Generated;
import org.pandagraph.blob.hbase.HBaseBlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;
import org.pandagraph.servers.HBaseServer;

/** What a store makes of an HBase that dies, hangs, is not there yet or takes no writes. */
@Timeout(240)
class HBaseBlobStoreFaultsTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());
  private static final String NAMESPACE = "faults";
  private static HBaseServer server;

  @BeforeAll
  static void start() {
    System.out.println("replay with -Dtests.seed=" + SEED);
    server = HBaseServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HBaseBlobStoreConfig.Builder config() {
    return RealHBase.config(server.quorum(), NAMESPACE);
  }

  private static HBaseBlobStoreConfig impatient() {
    return config()
        .connectTimeout(Duration.ofSeconds(2))
        .operationTimeout(Duration.ofSeconds(3))
        .rpcTimeout(Duration.ofSeconds(1))
        .build();
  }

  // --- HBase dies

  @Test
  void aKilledServerLosesNothingThatWasAcknowledgedAndIsUsedAgainWhenItIsBack() throws Exception {
    Random random = new Random(SEED);
    List<Blob> acknowledged = new ArrayList<>();
    AtomicBoolean stop = new AtomicBoolean();
    try (BlobStore store = HBaseBlobStore.open(config().build())) {
      store.store(new byte[10]);
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; !stop.get(); i++) {
                  try {
                    Blob blob =
                        store.store(new Generated(i % 2 == 0 ? 3_500_000 : 30_000, SEED + i));
                    synchronized (acknowledged) {
                      acknowledged.add(blob);
                    }
                  } catch (BlobException down) {
                    assertThat(down.code()).isEqualTo(BlobErrorCode.STORE_UNAVAILABLE);
                  }
                }
              });
      while (size(acknowledged) < 4) {
        Thread.sleep(20);
      }
      Thread.sleep(random.nextInt(300));
      server.kill();
      Thread.sleep(500);
      server.restart();
      int before = size(acknowledged);
      while (size(acknowledged) < before + 2) {
        Thread.sleep(50);
      }
      stop.set(true);
      writer.join();

      for (Blob blob : acknowledged) {
        readAll(store, blob);
      }
      List<StoredBlob> listed = list(store);
      for (StoredBlob found : listed) {
        readAll(store, new Blob(found.digest(), found.length(), "application/octet-stream"));
      }
      store.removeLeftovers(Duration.ZERO);
      for (Blob blob : acknowledged) {
        readAll(store, blob);
      }
      try (RawCells raw = new RawCells(server.quorum(), NAMESPACE)) {
        assertThat(raw.registered()).isZero();
        int chunks = 0;
        for (StoredBlob found : listed) {
          chunks += found.length() > 1 << 20 ? (int) ((found.length() + (1 << 20) - 1) >> 20) : 0;
        }
        assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(chunks);
      }
    }
  }

  private static int size(List<Blob> list) {
    synchronized (list) {
      return list.size();
    }
  }

  @Test
  void aServerThatHangsIsSaidInTimeAndUsedAgainAfterwards() throws Exception {
    try (BlobStore store = HBaseBlobStore.open(impatient())) {
      Blob small = store.store(new byte[1000]);
      Blob large = store.store(new Generated(3_000_000, SEED));
      server.pause();
      try {
        assertThat(refused(() -> store.store(new byte[5])))
            .hasMessageContainingAll(server.quorum(), NAMESPACE, "PT3S");
        refused(() -> store.store(new Generated(3_000_000, SEED + 1)));
        refused(() -> readAll(store, small));
        refused(() -> store.exists(small.digest()));
        refused(() -> list(store));
        try (BlobStore other = HBaseBlobStore.open(impatient())) {
          refused(() -> other.exists(small.digest()));
        }
      } finally {
        server.resume();
      }
      readAll(store, small);
      readAll(store, large);
      assertThat(store.store(new byte[1000])).isEqualTo(small);
      assertThat(store.metrics().orElseThrow().failedAttempts())
          .containsKey("CallTimeoutException");
    }
  }

  @Test
  void whatCannotBeSettledAnyMoreIsCountedAndNobodysFailure() throws Exception {
    byte[] content = new byte[700];
    try (BlobStore store = HBaseBlobStore.open(impatient())) {
      Blob blob = store.store(content);
      AtomicBoolean refused = new AtomicBoolean();
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                while (!refused.get()) {
                  try {
                    store.store(content);
                  } catch (BlobException down) {
                    refused.set(true);
                  }
                }
              });
      while (store.metrics().orElseThrow().calls(Operation.STORE) < 20) {
        Thread.sleep(5);
      }
      server.pause();
      try {
        writer.join();
        // Those that were stored within the moment before.
        while (store.metrics().orElseThrow().unsettled() == 0) {
          Thread.sleep(20);
        }
      } finally {
        server.resume();
      }
      assertThat(store.metrics().orElseThrow().errors(BlobErrorCode.STORE_UNAVAILABLE))
          .as("the one that was refused")
          .isEqualTo(1);
      readAll(store, blob);
      store.store(content);
      try (RawCells raw = new RawCells(server.quorum(), NAMESPACE)) {
        raw.awaitSettled(blob.digest());
      }
      readAll(store, blob);
    }
  }

  @Test
  void anHBaseThatIsDownAtFirstIsFoundLater() throws Exception {
    Blob blob;
    try (BlobStore store = HBaseBlobStore.open(config().build())) {
      blob = store.store(new byte[77]);
    }
    server.kill();
    try (BlobStore store = HBaseBlobStore.open(impatient())) {
      assertThat(refused(() -> store.store(new byte[5])))
          .hasMessageContainingAll("reach", server.quorum(), NAMESPACE);
      refused(() -> store.exists(blob.digest()));
      server.restart();
      // Its regions are opened a little after it takes requests.
      for (int i = 0; ; i++) {
        try {
          readAll(store, blob);
          break;
        } catch (BlobException notYet) {
          if (i == 20) {
            throw notYet;
          }
        }
      }
    }
  }

  @Test
  void nobodyAtTheAddressIsSaidWithinTheConnectTimeout() {
    HBaseBlobStoreConfig nobody =
        HBaseBlobStoreConfig.builder("127.0.0.1:1").connectTimeout(Duration.ofSeconds(1)).build();
    try (BlobStore store = HBaseBlobStore.open(nobody)) {
      assertThat(refused(() -> store.store(new byte[5]))).hasMessageContaining("127.0.0.1:1");
    }
  }

  @Test
  void closingAStoreThatIsStillConnectingDoesNotWait() {
    HBaseBlobStoreConfig nobody =
        HBaseBlobStoreConfig.builder("127.0.0.1:1").connectTimeout(Duration.ofMinutes(5)).build();
    BlobStore store = HBaseBlobStore.open(nobody);
    CompletableFuture<BlobException> asked =
        CompletableFuture.supplyAsync(() -> refused(() -> store.store(new byte[5])));
    store.close();
    assertThat(asked.join()).hasMessageContaining("closed");
  }

  // --- HBase takes no writes

  @Test
  void tablesThatAreReadOnlyOrDisabledAreSaid() throws Exception {
    HBaseBlobStoreConfig readonly =
        config().namespace("readonly").operationTimeout(Duration.ofSeconds(4)).retries(3).build();
    try (BlobStore store = HBaseBlobStore.open(readonly);
        RawCells raw = new RawCells(server.quorum(), "readonly")) {
      Blob blob = store.store(new byte[1000]);
      var admin = raw.connection().getAdmin();
      var name = raw.name(Layout.CONTENT_TABLE);
      var table = admin.getDescriptor(name);
      admin.modifyTable(TableDescriptorBuilder.newBuilder(table).setReadOnly(true).build());

      assertThat(refused(() -> store.store(new byte[5]))).hasMessageContaining("read only");
      assertThat(refused(() -> store.discard(seen(blob)))).hasMessageContaining("read only");
      readAll(store, blob);

      admin.modifyTable(table);
      assertThat(store.store(new byte[5]).length()).isEqualTo(5);

      admin.disableTable(name);
      for (int i = 0; i < 2; i++) {
        // The second finds it disabled when it connects.
        try (BlobStore other = i == 0 ? store : HBaseBlobStore.open(readonly)) {
          assertThat(refused(() -> other.store(new byte[6]))).hasMessageContaining("disabled");
          refused(() -> readAll(other, blob));
        }
      }
      admin.enableTable(name);
      try (BlobStore other = HBaseBlobStore.open(readonly)) {
        readAll(other, blob);
      }
    }
  }

  /**
   * HBase on a local disk may acknowledge writes that the full disk did not take: its log takes the
   * file system's error for unexpected, and goes on. The store cannot know; what it can do is never
   * to give anything else than what was stored.
   */
  @Test
  void aFullDiskIsSaidAndNeverGivesAnythingWrong(@TempDir Path small) throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=96m", "none", small.toString()),
        "needs the right to mount a file system");
    try (HBaseServer full = HBaseServer.builder().data(small).start()) {
      List<Blob> acknowledged = new ArrayList<>();
      HBaseBlobStoreConfig config =
          RealHBase.config(full.quorum(), NAMESPACE)
              .operationTimeout(Duration.ofSeconds(5))
              .rpcTimeout(Duration.ofSeconds(3))
              .retries(3)
              .build();
      try (BlobStore store = HBaseBlobStore.open(config)) {
        BlobException refused =
            refused(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    acknowledged.add(store.store(new Generated(3_000_000, SEED + i)));
                  }
                });
        assertThat(refused).hasMessageContaining(full.quorum());
      }
      assertThat(acknowledged).isNotEmpty();
      assertThat(run("mount", "-o", "remount,size=400m", small.toString())).isTrue();
      full.restart();
      try (BlobStore store =
          HBaseBlobStore.open(RealHBase.config(full.quorum(), NAMESPACE).build())) {
        int whole = 0;
        for (Blob blob : acknowledged) {
          whole += isWhole(store, blob) ? 1 : 0;
        }
        assertThat(whole).as("of %d", acknowledged.size()).isPositive();
        readAll(store, store.store(new Generated(3_000_000, SEED - 1)));
      }
    } finally {
      run("umount", "-l", small.toString());
    }
  }

  /** Reading it checks its digest; false where the store says itself that it is not whole. */
  private static boolean isWhole(BlobStore store, Blob blob) throws IOException {
    BlobErrorCode code;
    try {
      readAll(store, blob);
      return true;
    } catch (BlobException e) {
      code = e.code();
    } catch (BlobIOException e) {
      code = e.code();
    }
    assertThat(code).isIn(BlobErrorCode.CONTENT_MISSING, BlobErrorCode.CONTENT_DAMAGED);
    return false;
  }

  private static boolean run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    return process.waitFor() == 0;
  }

  @Test
  void aLaterFormatIsRefused() throws Exception {
    try (RawCells raw = new RawCells(server.quorum(), "later")) {
      HBaseBlobStoreConfig later = config().namespace("later").build();
      try (BlobStore store = HBaseBlobStore.open(later)) {
        store.store(new byte[5]);
      }
      raw.put(
          Layout.REGISTER_TABLE,
          new org.apache.hadoop.hbase.client.Put(Layout.FORMAT_ROW)
              .addColumn(Layout.REGISTER, Layout.VALUE, Layout.ascii("pandagraph-hbase-blobs 2")));
      try (BlobStore store = HBaseBlobStore.open(later)) {
        assertThat(refused(() -> store.store(new byte[5])))
            .hasMessageContainingAll("'pandagraph-hbase-blobs 2'", "'pandagraph-hbase-blobs 1'");
      }
    }
  }

  @Test
  void aFileOfPropertiesThatIsNotThereIsSaid() {
    HBaseBlobStoreConfig config = config().properties(Path.of("/nowhere/hbase-site.xml")).build();
    try (BlobStore store = HBaseBlobStore.open(config)) {
      assertThat(refused(() -> store.store(new byte[5])))
          .hasMessageContaining("/nowhere/hbase-site.xml");
    }
  }

  // --- steps

  private static StoredBlob seen(Blob blob) {
    return new StoredBlob(blob.digest(), blob.length(), Instant.now());
  }

  private static List<StoredBlob> list(BlobStore store) {
    try (Stream<StoredBlob> list = store.list()) {
      return list.toList();
    }
  }
}
