/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.graphdb.config.Configuration;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.BlobStoreMetrics;
import org.pandagraph.blob.MeasuredBlobStore;
import org.pandagraph.blob.file.FileBlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStore;
import org.pandagraph.plugin.blob.BlobStores;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.plugin.metrics.LabelledCounter;

/** Opens each database's store once, when it is first asked for. Thread-safe. */
public final class ConfiguredBlobStores implements BlobStores, AutoCloseable {
  private final Configuration config;
  private final Map<String, BlobStore> open = new ConcurrentHashMap<>();
  private boolean closed;

  /** Opens nothing yet. */
  public ConfiguredBlobStores(Configuration config) {
    this.config = config;
  }

  @Override
  public BlobStore of(String databaseName) {
    BlobStore store = open.get(databaseName);
    return store != null ? store : openOnce(databaseName);
  }

  private synchronized BlobStore openOnce(String databaseName) {
    if (closed) {
      throw unavailable(databaseName, "Neo4j is shutting down");
    }
    BlobStore store = open.get(databaseName);
    if (store == null) {
      store =
          config.get(PandaSettings.blob_store) == PandaSettings.StoreType.hbase
              ? openHBase(databaseName)
              : openFiles(databaseName);
      open.put(databaseName, store);
    }
    return store;
  }

  private BlobStore openHBase(String databaseName) {
    try {
      return HBaseBlobStore.open(HBaseSettings.of(config, databaseName));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw unavailable(databaseName, e.getMessage());
    }
  }

  private BlobStore openFiles(String databaseName) {
    Path all = config.get(PandaSettings.blob_store_directory);
    if (Files.exists(all.resolve("format"))) {
      throw unavailable(
          databaseName,
          all
              + " is itself the folder of one store; move all that is in it into "
              + all.resolve(databaseName));
    }
    return new MeasuredBlobStore(FileBlobStore.open(all.resolve(databaseName)));
  }

  /** What the open stores were asked for, as Prometheus has it. */
  public List<LabelledCounter> figures() {
    Map<String, BlobStoreMetrics> metrics = new TreeMap<>();
    open.forEach((name, store) -> store.metrics().ifPresent(m -> metrics.put(name, m)));
    return StoreFigures.of(metrics);
  }

  private static BlobException unavailable(String databaseName, String reason) {
    return new BlobException(
        BlobErrorCode.STORE_UNAVAILABLE,
        "the blob store of database `" + databaseName + "` cannot be opened: " + reason);
  }

  @Override
  public synchronized void close() {
    closed = true;
    open.values().forEach(BlobStore::close);
    open.clear();
  }
}
