/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.blob;

import java.util.function.Supplier;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;

/** The blobs of one database: as values, as bytes, and where they are kept. Thread-safe. */
public final class DatabaseBlobs {
  private final Supplier<BlobStore> store;
  private final BlobValues values;
  private final BlobBytes bytes;

  /**
   * @param store asked each time a content is written or read, and not before, so that what needs
   *     no content works while the store is down
   * @param maxBytesInMemory the most that is read at once, at most 2^30
   */
  public DatabaseBlobs(Supplier<BlobStore> store, long maxBytesInMemory) {
    this.store = store;
    this.values = new BlobValues(store);
    this.bytes = new BlobBytes(store, maxBytesInMemory);
  }

  /**
   * Where contents are kept.
   *
   * @throws BlobException STORE_UNAVAILABLE where it cannot be opened
   */
  public BlobStore store() {
    return store.get();
  }

  public BlobValues values() {
    return values;
  }

  public BlobBytes bytes() {
    return bytes;
  }
}
