/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.contract;

import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobStore;

/** The fake keeps the contract, too: what is tested with it is tested with a store. */
class MemoryBlobStoreTest extends BlobStoreContract {
  private MemoryBlobStore memory;

  @Override
  protected BlobStore openStore() {
    memory = memory == null ? new MemoryBlobStore() : memory.reopen();
    return memory;
  }

  @Override
  protected void damage(BlobDigest digest, byte[] bytes) {
    memory.damage(digest, bytes);
  }

  @Override
  protected long largeLength() {
    return 4 << 20;
  }
}
