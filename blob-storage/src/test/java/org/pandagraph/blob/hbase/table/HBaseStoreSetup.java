/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

/** A store in a namespace of its own, and the cells below it; for one test class. */
final class HBaseStoreSetup implements AutoCloseable {
  private final HBaseBlobStoreConfig config;
  private final RawCells raw;

  HBaseStoreSetup(HBaseBlobStoreConfig.Builder config) throws IOException {
    this.config = config.build();
    this.raw = new RawCells(this.config.quorum(), this.config.namespace());
  }

  BlobStore open() {
    return HBaseBlobStore.open(config);
  }

  HBaseBlobStoreConfig config() {
    return config;
  }

  RawCells raw() {
    return raw;
  }

  void damage(BlobDigest digest, byte[] bytes) throws IOException {
    raw.replace(digest, bytes);
  }

  /** Empties it, for the next test. */
  void clear() throws IOException {
    raw.clear();
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
