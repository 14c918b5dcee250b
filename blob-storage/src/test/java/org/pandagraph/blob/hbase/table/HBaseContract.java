/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.contract.BlobStoreContract;

/** What a store owes, on a real HBase, wherever that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HBaseContract extends BlobStoreContract {
  private static final String NAMESPACE = "contract";

  private HBaseStoreSetup setup;

  /** The ZooKeeper of a running HBase; asked for once. */
  abstract String quorum();

  @BeforeAll
  void connect() throws IOException {
    setup = new HBaseStoreSetup(RealHBase.config(quorum(), NAMESPACE));
  }

  @AfterAll
  void disconnect() throws IOException {
    if (setup != null) {
      setup.close();
    }
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
