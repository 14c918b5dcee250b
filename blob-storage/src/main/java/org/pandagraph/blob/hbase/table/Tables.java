/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.util.concurrent.TimeUnit;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.AdvancedScanResultConsumer;
import org.apache.hadoop.hbase.client.AsyncConnection;
import org.apache.hadoop.hbase.client.AsyncTable;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

/** The store's tables through one connection. Thread-safe. */
final class Tables {
  private static final long PAUSE_MILLIS = 100;

  private final HBaseBlobStoreConfig config;
  private final AsyncTable<AdvancedScanResultConsumer> content;
  private final AsyncTable<AdvancedScanResultConsumer> chunks;
  private final AsyncTable<AdvancedScanResultConsumer> register;

  Tables(AsyncConnection connection, HBaseBlobStoreConfig config) {
    this.config = config;
    this.content = open(connection, Layout.CONTENT_TABLE);
    this.chunks = open(connection, Layout.CHUNK_TABLE);
    this.register = open(connection, Layout.REGISTER_TABLE);
  }

  private AsyncTable<AdvancedScanResultConsumer> open(AsyncConnection connection, String name) {
    long rpcMillis = config.rpcTimeout().toMillis();
    return connection
        .getTableBuilder(TableName.valueOf(config.namespace(), name))
        .setOperationTimeout(config.operationTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .setScanTimeout(config.operationTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .setRpcTimeout(rpcMillis, TimeUnit.MILLISECONDS)
        .setReadRpcTimeout(rpcMillis, TimeUnit.MILLISECONDS)
        .setWriteRpcTimeout(rpcMillis, TimeUnit.MILLISECONDS)
        .setMaxAttempts(config.retries() + 1)
        .setRetryPause(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
        .build();
  }

  AsyncTable<AdvancedScanResultConsumer> content() {
    return content;
  }

  AsyncTable<AdvancedScanResultConsumer> chunks() {
    return chunks;
  }

  AsyncTable<AdvancedScanResultConsumer> register() {
    return register;
  }
}
