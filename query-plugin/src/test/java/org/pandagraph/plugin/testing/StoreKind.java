/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.testing;

import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.file.FileBlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;
import org.pandagraph.plugin.config.PandaSettings;

/** A kind of blob store that the same test is run on. */
public interface StoreKind {
  /** Tells a DBMS to use a fresh store of this kind. */
  void configure(DatabaseManagementServiceBuilder builder);

  /** Opens the store of the database neo4j of a DBMS, as another process would. */
  BlobStore open(Path home);

  /** Tables of one real HBase, which all tests of this JVM share; a namespace for each. */
  static StoreKind hbase() {
    String namespace = "t" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    return new StoreKind() {
      @Override
      public void configure(DatabaseManagementServiceBuilder builder) {
        builder
            .setConfig(PandaSettings.blob_store, PandaSettings.StoreType.hbase)
            .setConfig(PandaSettings.blob_hbase_quorum, SharedHBase.quorum())
            .setConfig(PandaSettings.blob_hbase_namespace, namespace)
            .setConfig(PandaSettings.blob_hbase_regions, 2);
      }

      @Override
      public BlobStore open(Path home) {
        return HBaseBlobStore.open(
            HBaseBlobStoreConfig.builder(SharedHBase.quorum())
                .namespace(namespace + "_neo4j")
                .regions(2)
                .build());
      }

      @Override
      public String toString() {
        return "hbase";
      }
    };
  }

  /** Files below the DBMS's data folder. */
  static StoreKind file() {
    return new StoreKind() {
      @Override
      public void configure(DatabaseManagementServiceBuilder builder) {}

      @Override
      public BlobStore open(Path home) {
        return FileBlobStore.open(home.resolve("data/panda/blobs/neo4j"));
      }

      @Override
      public String toString() {
        return "file";
      }
    };
  }
}
