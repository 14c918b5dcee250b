/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.kernel.api.procedure.Context;
import org.pandagraph.plugin.blob.BlobStores;
import org.pandagraph.plugin.blob.DatabaseBlobs;

/** Finds the blobs of the database that a statement runs in. Thread-safe. */
final class BlobsOfStatement {
  private final BlobStores stores;
  private final long maxBytesInMemory;
  private final Map<String, DatabaseBlobs> databases = new ConcurrentHashMap<>();

  BlobsOfStatement(BlobStores stores, long maxBytesInMemory) {
    this.stores = stores;
    this.maxBytesInMemory = maxBytesInMemory;
  }

  DatabaseBlobs of(Context context) {
    return databases.computeIfAbsent(
        context.graphDatabaseAPI().databaseName(),
        name -> new DatabaseBlobs(() -> stores.of(name), maxBytesInMemory));
  }
}
