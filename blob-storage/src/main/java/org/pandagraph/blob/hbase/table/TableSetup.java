/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.hbase.NamespaceDescriptor;
import org.apache.hadoop.hbase.NamespaceExistException;
import org.apache.hadoop.hbase.NamespaceNotFoundException;
import org.apache.hadoop.hbase.TableExistsException;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.AsyncAdmin;
import org.apache.hadoop.hbase.client.AsyncConnection;
import org.apache.hadoop.hbase.client.CheckAndMutate;
import org.apache.hadoop.hbase.client.ColumnFamilyDescriptor;
import org.apache.hadoop.hbase.client.ColumnFamilyDescriptorBuilder;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Put;
import org.apache.hadoop.hbase.client.TableDescriptor;
import org.apache.hadoop.hbase.client.TableDescriptorBuilder;
import org.apache.hadoop.hbase.io.compress.Compression;
import org.apache.hadoop.hbase.regionserver.BloomType;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

/**
 * Makes the namespace and the tables where they are missing, and checks their format. Several
 * processes may do so at the same time: each step that another one has done already counts as done.
 */
final class TableSetup {
  private static final long POLL_MILLIS = 100;

  private final HBaseBlobStoreConfig config;
  private final AsyncConnection connection;
  private final AsyncAdmin admin;
  private final long deadline;

  TableSetup(AsyncConnection connection, HBaseBlobStoreConfig config) {
    this.connection = connection;
    this.config = config;
    long millis = config.operationTimeout().toMillis();
    this.admin =
        connection
            .getAdminBuilder()
            .setOperationTimeout(millis, TimeUnit.MILLISECONDS)
            .setRpcTimeout(config.rpcTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .setMaxAttempts(config.retries() + 1)
            .build();
    // Regions are opened one after the other on a small cluster.
    this.deadline =
        System.nanoTime()
            + config.operationTimeout().plus(Duration.ofMillis(200L * config.regions())).toNanos();
  }

  /** The tables, ready for use. */
  Tables prepare() throws IOException, InterruptedException {
    boolean namespaceKnown = false;
    for (String table :
        new String[] {Layout.CONTENT_TABLE, Layout.CHUNK_TABLE, Layout.REGISTER_TABLE}) {
      TableName name = TableName.valueOf(config.namespace(), table);
      if (!await(admin.tableExists(name))) {
        if (!namespaceKnown) {
          makeNamespace();
          namespaceKnown = true;
        }
        make(name);
      }
      while (!await(admin.isTableAvailable(name))) {
        if (await(admin.isTableDisabled(name))) {
          throw new IOException("the table " + name + " is disabled");
        }
        pause("the table " + name + " does not come up");
      }
    }
    Tables tables = new Tables(connection, config);
    checkFormat(tables);
    return tables;
  }

  private void makeNamespace() throws IOException, InterruptedException {
    try {
      await(admin.getNamespaceDescriptor(config.namespace()));
    } catch (NamespaceNotFoundException missing) {
      try {
        await(admin.createNamespace(NamespaceDescriptor.create(config.namespace()).build()));
      } catch (NamespaceExistException madeMeanwhile) {
        // By another process.
      }
    }
  }

  private void make(TableName name) throws IOException, InterruptedException {
    TableDescriptor table = describe(name);
    try {
      if (name.getQualifierAsString().equals(Layout.REGISTER_TABLE) || config.regions() == 1) {
        await(admin.createTable(table));
      } else {
        await(admin.createTable(table, splits(config.regions())));
      }
    } catch (TableExistsException madeMeanwhile) {
      // By another process.
    }
  }

  private TableDescriptor describe(TableName name) {
    TableDescriptorBuilder table = TableDescriptorBuilder.newBuilder(name);
    switch (name.getQualifierAsString()) {
      case Layout.CONTENT_TABLE:
        return table
            .setColumnFamily(family(Layout.MANIFEST, Compression.Algorithm.NONE))
            .setColumnFamily(family(Layout.BYTES, compression()))
            .build();
      case Layout.CHUNK_TABLE:
        return table.setColumnFamily(family(Layout.BYTES, compression())).build();
      default:
        return table.setColumnFamily(family(Layout.REGISTER, Compression.Algorithm.NONE)).build();
    }
  }

  private static ColumnFamilyDescriptor family(byte[] name, Compression.Algorithm compression) {
    return ColumnFamilyDescriptorBuilder.newBuilder(name)
        .setMaxVersions(1)
        .setBloomFilterType(BloomType.ROW)
        .setCompressionType(compression)
        .build();
  }

  private Compression.Algorithm compression() {
    return Compression.Algorithm.valueOf(config.compression().name());
  }

  /** Keys are uniform: digests and random ids. */
  private static byte[][] splits(int regions) {
    byte[][] splits = new byte[regions - 1][];
    for (int i = 1; i < regions; i++) {
      splits[i - 1] =
          ByteBuffer.allocate(Integer.BYTES).putInt((int) ((1L << 32) * i / regions)).array();
    }
    return splits;
  }

  private void checkFormat(Tables tables) throws IOException, InterruptedException {
    byte[] format = Layout.ascii(Layout.FORMAT);
    byte[] found = readFormat(tables);
    if (found == null) {
      await(
          tables
              .register()
              .checkAndMutate(
                  CheckAndMutate.newBuilder(Layout.FORMAT_ROW)
                      .ifNotExists(Layout.REGISTER, Layout.VALUE)
                      .build(
                          new Put(Layout.FORMAT_ROW)
                              .addColumn(Layout.REGISTER, Layout.VALUE, format))));
      found = readFormat(tables);
    }
    if (!Layout.FORMAT.equals(new String(found, US_ASCII))) {
      throw new IOException(
          "its format is '"
              + new String(found, US_ASCII)
              + "', this version knows '"
              + Layout.FORMAT
              + "'");
    }
  }

  private byte[] readFormat(Tables tables) throws IOException, InterruptedException {
    return await(
            tables
                .register()
                .get(new Get(Layout.FORMAT_ROW).addColumn(Layout.REGISTER, Layout.VALUE)))
        .getValue(Layout.REGISTER, Layout.VALUE);
  }

  private void pause(String otherwise) throws IOException, InterruptedException {
    if (System.nanoTime() > deadline) {
      throw new IOException(otherwise);
    }
    Thread.sleep(POLL_MILLIS);
  }

  private <T> T await(CompletableFuture<T> sent) throws IOException, InterruptedException {
    try {
      return sent.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("preparing the tables takes longer than allowed", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) {
        throw (IOException) e.getCause();
      }
      throw new IOException(e.getCause());
    }
  }
}
