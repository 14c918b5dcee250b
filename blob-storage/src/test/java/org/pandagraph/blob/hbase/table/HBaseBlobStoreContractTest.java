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
import org.pandagraph.blob.contract.BlobStoreContract;
import org.pandagraph.blob.hbase.HBaseBlobStore;

class HBaseBlobStoreContractTest extends BlobStoreContract {
  private static final String NAMESPACE = "contract";
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
    return HBaseBlobStore.open(RealHBase.config(RealHBase.quorum(), NAMESPACE).build());
  }

  @Override
  protected void damage(BlobDigest digest, byte[] bytes) throws IOException {
    raw.replace(digest, bytes);
  }
}
