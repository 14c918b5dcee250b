/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pandagraph.blob.hbase.table.Refusals.readAll;
import static org.pandagraph.blob.hbase.table.Refusals.refused;

import java.util.List;
import java.util.Random;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.Admin;
import org.apache.hadoop.hbase.client.TableDescriptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.contract.Generated;
import org.pandagraph.blob.hbase.HBaseBlobStore;

/** What a store makes of an HBase that takes no cells of its size, or has lost its tables. */
@Timeout(240)
class HBaseLimitsTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  private static BlobStore open(String namespace) {
    return HBaseBlobStore.open(RealHBase.config(RealHBase.quorum(), namespace).build());
  }

  @Test
  void aPieceThatIsLargerThanHBaseTakesIsSaidWithTheSettings() throws Exception {
    System.out.println("HBaseLimitsTest: -Dtests.seed=" + SEED);
    byte[] small = new byte[20_000];
    byte[] large = new byte[200_000];
    new Random(SEED).nextBytes(large);
    try (BlobStore store = open("limits");
        RawCells raw = new RawCells(RealHBase.quorum(), "limits")) {
      Blob before = store.store(large);
      Admin admin = raw.connection().getAdmin();
      for (String table : List.of(Layout.CONTENT_TABLE, Layout.CHUNK_TABLE)) {
        limitCells(admin, raw.name(table), "30000");
      }

      large[0]++;
      for (Refusals.Step tooLarge :
          List.<Refusals.Step>of(
              () -> store.store(large), () -> store.store(new Generated(3_000_000, SEED)))) {
        assertThat(refused(tooLarge))
            .hasMessageContainingAll(
                "hbase.server.keyvalue.maxsize", "panda.blob.hbase.chunk_size", "30000 bytes");
      }
      readAll(store, before);
      readAll(store, store.store(small));

      for (String table : List.of(Layout.CONTENT_TABLE, Layout.CHUNK_TABLE)) {
        limitCells(admin, raw.name(table), "33554432");
      }
      readAll(store, store.store(large));
      readAll(store, store.store(new Generated(3_000_000, SEED)));
    }
  }

  private static void limitCells(Admin admin, TableName table, String bytes) throws Exception {
    admin.modifyTable(
        TableDescriptorBuilder.newBuilder(admin.getDescriptor(table))
            .setValue("hbase.server.keyvalue.maxsize", bytes)
            .build());
  }

  @Test
  void aNamespaceThatIsDroppedIsSaidAndMadeAgainByTheNextStore() throws Exception {
    try (BlobStore store = open("dropped");
        RawCells raw = new RawCells(RealHBase.quorum(), "dropped")) {
      Blob blob = store.store(new Generated(3_000_000, SEED));
      Admin admin = raw.connection().getAdmin();
      for (String table :
          List.of(Layout.CONTENT_TABLE, Layout.CHUNK_TABLE, Layout.REGISTER_TABLE)) {
        admin.disableTable(raw.name(table));
        admin.deleteTable(raw.name(table));
      }
      admin.deleteNamespace("dropped");

      for (Refusals.Step step :
          List.<Refusals.Step>of(
              () -> store.store(new byte[5]),
              () -> store.store(new Generated(3_000_000, SEED)),
              () -> readAll(store, blob),
              () -> store.exists(blob.digest()),
              () -> store.lengths(List.of(blob.digest())))) {
        assertThat(refused(step)).hasMessageContainingAll("a table is gone", "dropped");
      }

      try (BlobStore next = open("dropped")) {
        assertThat(next.exists(blob.digest())).isFalse();
        readAll(next, next.store(new Generated(3_000_000, SEED)));
      }
      readAll(store, blob);
    }
  }
}
