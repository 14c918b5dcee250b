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
  private final boolean notes;
  private final Map<String, BlobStore> open = new ConcurrentHashMap<>();
  private boolean closed;

  private ConfiguredBlobStores(Configuration config, boolean notes) {
    this.config = config;
    this.notes = notes;
  }

  /** Those of a server, which remembers where they are; opens nothing yet. */
  public ConfiguredBlobStores(Configuration config) {
    this(config, true);
  }

  /** The same for a tool, which leaves no notes in the server's data. */
  public static ConfiguredBlobStores ofTool(Configuration config) {
    return new ConfiguredBlobStores(config, false);
  }

  /** Where a database's file store is; whether it is there is another matter. */
  public static Path folder(Configuration config, String databaseName) {
    return config.get(PandaSettings.blob_store_directory).resolve(databaseName);
  }

  /** Whether a file store is in a folder. */
  public static boolean isStore(Path folder) {
    return Files.exists(folder.resolve("format"));
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
    Path folder = folder(config, databaseName);
    if (isStore(all)) {
      throw unavailable(
          databaseName,
          all + " is itself the folder of one store; move all that is in it into " + folder);
    }
    StoreNote note = new StoreNote(config, databaseName);
    if (!isStore(folder) && note.names(folder)) {
      throw unavailable(
          databaseName,
          folder
              + " was the store and is not there: is its volume mounted? Where it is meant to begin"
              + " anew, delete "
              + note);
    }
    BlobStore store = FileBlobStore.open(folder);
    if (notes) {
      note.write(folder);
    }
    return new MeasuredBlobStore(store);
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
