/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.contract.BlobStoreTestCase;

/** A store with chunks so short that a test can have many, and the cells below it. */
abstract class ChunkTestCase extends BlobStoreTestCase {
  static final String NAMESPACE = "chunks";
  static final int CHUNK = 128 * 1024;
  static HBaseStoreSetup setup;
  static RawCells raw;

  @BeforeAll
  static void connect() throws IOException {
    setup =
        new HBaseStoreSetup(
            RealHBase.config(RealHBase.quorum(), NAMESPACE).chunkSize(CHUNK).inlineLimit(1000));
    raw = setup.raw();
  }

  @AfterAll
  static void disconnect() throws IOException {
    setup.close();
  }

  @AfterEach
  void clear() throws IOException {
    setup.clear();
  }

  @Override
  protected BlobStore openStore() {
    return setup.open();
  }

  @Override
  protected void damage(BlobDigest digest, byte[] bytes) throws IOException {
    setup.damage(digest, bytes);
  }
}
