/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.HBaseConfiguration;
import org.apache.hadoop.hbase.client.AsyncConnection;
import org.apache.hadoop.hbase.client.ConnectionFactory;
import org.pandagraph.blob.BlobStoreMetrics;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

/**
 * The connection to a cluster: made when it is first needed, in a thread of its own, and made again
 * after a failure when it is needed next. Thread-safe.
 */
final class Cluster implements AutoCloseable {
  private final HBaseBlobStoreConfig config;
  private final StoreFaults faults;
  private final BlobStoreMetrics metrics;

  /** Null where nobody has asked yet, or the last try failed. */
  private CompletableFuture<Connected> connecting;

  private boolean closed;

  Cluster(HBaseBlobStoreConfig config, StoreFaults faults, BlobStoreMetrics metrics) {
    this.config = config;
    this.faults = faults;
    this.metrics = metrics;
  }

  private static final class Connected {
    final AsyncConnection connection;
    final Tables tables;

    Connected(AsyncConnection connection, Tables tables) {
      this.connection = connection;
      this.tables = tables;
    }
  }

  /** The tables; waits until they can be used. */
  Tables tables() {
    CompletableFuture<Connected> current = current();
    try {
      return current.get().tables;
    } catch (ExecutionException e) {
      throw faults.unavailable("reach", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw faults.unavailable("reach", "the thread was interrupted");
    }
  }

  private synchronized CompletableFuture<Connected> current() {
    if (closed) {
      throw faults.unavailable("use", "it has been closed");
    }
    if (connecting == null) {
      CompletableFuture<Connected> started = new CompletableFuture<>();
      connecting = started;
      Thread thread = new Thread(() -> connect(started), "panda-hbase-connect");
      thread.setDaemon(true);
      // Hadoop looks for its own files and classes through this one.
      thread.setContextClassLoader(Cluster.class.getClassLoader());
      try {
        thread.start();
      } catch (OutOfMemoryError noMoreThreads) {
        connecting = null;
        throw noMoreThreads;
      }
    }
    return connecting;
  }

  private void connect(CompletableFuture<Connected> started) {
    try {
      AsyncConnection connection = connection();
      try {
        Connected connected =
            new Connected(connection, new TableSetup(connection, config).prepare());
        if (!started.complete(connected)) {
          connection.close();
        }
      } catch (Throwable e) {
        connection.close();
        throw e;
      }
    } catch (Throwable e) {
      // Whatever it is, lack of memory too: who waits has to hear of it, and may try again.
      forget(started);
      started.completeExceptionally(e);
    }
  }

  private synchronized void forget(CompletableFuture<Connected> failed) {
    if (connecting == failed) {
      connecting = null;
    }
  }

  private AsyncConnection connection() throws IOException, InterruptedException {
    CompletableFuture<AsyncConnection> sent =
        ConnectionFactory.createAsyncConnection(hbaseConfiguration());
    try {
      return sent.get(config.connectTimeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      sent.thenAccept(Cluster::closeLate);
      throw new IOException(
          "no answer from its ZooKeeper within the connect timeout of " + config.connectTimeout());
    } catch (ExecutionException e) {
      throw new IOException("its ZooKeeper does not know of an HBase", e.getCause());
    }
  }

  private static void closeLate(AsyncConnection connection) {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Configuration hbaseConfiguration() throws IOException {
    Configuration hbase = HBaseConfiguration.create();
    if (config.properties().isPresent()) {
      addProperties(hbase, config.properties().get());
    }
    int connectMillis = (int) config.connectTimeout().toMillis();
    hbase.set("hbase.zookeeper.quorum", config.quorum());
    hbase.set("zookeeper.znode.parent", config.znodeParent());
    hbase.setInt("zookeeper.recovery.retry", Math.max(1, connectMillis / 1000));
    hbase.setInt("zookeeper.recovery.retry.intervalmill", 500);
    hbase.setInt("hbase.ipc.client.socket.timeout.connect", connectMillis);
    hbase.setLong("hbase.client.operation.timeout", config.operationTimeout().toMillis());
    hbase.setLong("hbase.client.meta.operation.timeout", config.operationTimeout().toMillis());
    hbase.setLong("hbase.client.scanner.timeout.period", config.operationTimeout().toMillis());
    hbase.setLong("hbase.rpc.timeout", config.rpcTimeout().toMillis());
    hbase.setInt("hbase.client.retries.number", config.retries());
    // The limits are ours: see HBaseBlobStoreConfig.
    hbase.setInt("hbase.client.keyvalue.maxsize", 0);
    return CountedAttempts.configuration(hbase, metrics);
  }

  private static void addProperties(Configuration hbase, Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("the file of HBase properties cannot be read: " + file);
    }
    try {
      hbase.addResource(file.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IOException("not a file of HBase properties: " + file, e);
    }
  }

  @Override
  public void close() {
    CompletableFuture<Connected> last;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      last = connecting;
    }
    // Whoever waits for it learns of it now; a connection that is made nevertheless is closed
    // there.
    if (last != null
        && !last.completeExceptionally(faults.unavailable("use", "it has been closed"))
        && !last.isCompletedExceptionally()) {
      closeLate(last.join().connection);
    }
  }
}
