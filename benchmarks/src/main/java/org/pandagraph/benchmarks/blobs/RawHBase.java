/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.blobs;

import java.nio.ByteBuffer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.HBaseConfiguration;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.AdvancedScanResultConsumer;
import org.apache.hadoop.hbase.client.AsyncConnection;
import org.apache.hadoop.hbase.client.AsyncTable;
import org.apache.hadoop.hbase.client.ColumnFamilyDescriptorBuilder;
import org.apache.hadoop.hbase.client.ConnectionFactory;
import org.apache.hadoop.hbase.client.Durability;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Put;
import org.apache.hadoop.hbase.client.TableDescriptorBuilder;

/**
 * The same cells with HBase's asynchronous client alone: one cell a content, no digest, no type, no
 * checksum, the same durability. Thread-safe.
 */
final class RawHBase implements AutoCloseable {
  private static final byte[] FAMILY = {'c'};
  private static final byte[] QUALIFIER = {'v'};
  private static final int LARGEST_CELL = 32 << 20;

  /** Contents a row in the paper's layout. */
  private static final int COLUMNS = 100;

  private final AsyncConnection connection;
  private final AsyncTable<AdvancedScanResultConsumer> cells;
  private final AsyncTable<AdvancedScanResultConsumer> paper;

  RawHBase(String quorum, int regions) throws Exception {
    Configuration configuration = HBaseConfiguration.create();
    configuration.set("hbase.zookeeper.quorum", quorum);
    configuration.setInt("hbase.client.keyvalue.maxsize", LARGEST_CELL);
    connection = ConnectionFactory.createAsyncConnection(configuration).get();
    cells = make("raw", regions);
    paper = make("paper", regions);
  }

  private AsyncTable<AdvancedScanResultConsumer> make(String name, int regions) throws Exception {
    TableName table = TableName.valueOf(name);
    byte[][] splits = new byte[regions - 1][];
    for (int i = 1; i < regions; i++) {
      splits[i - 1] = new byte[] {(byte) (256 * i / regions)};
    }
    connection
        .getAdmin()
        .createTable(
            TableDescriptorBuilder.newBuilder(table)
                .setColumnFamily(
                    ColumnFamilyDescriptorBuilder.newBuilder(FAMILY).setMaxVersions(1).build())
                .build(),
            splits)
        .get();
    return connection.getTable(table);
  }

  /**
   * @param key uniform
   */
  void put(byte[] key, byte[] content) throws Exception {
    cells
        .put(new Put(key).setDurability(Durability.FSYNC_WAL).addColumn(FAMILY, QUALIFIER, content))
        .get();
  }

  byte[] get(byte[] key) throws Exception {
    return cells.get(new Get(key).addColumn(FAMILY, QUALIFIER)).get().value();
  }

  /** The paper's layout: row = id / N, column = id mod N. */
  void putAsInThePaper(long id, byte[] content) throws Exception {
    paper
        .put(
            new Put(row(id))
                .setDurability(Durability.FSYNC_WAL)
                .addColumn(FAMILY, column(id), content))
        .get();
  }

  byte[] getAsInThePaper(long id) throws Exception {
    return paper.get(new Get(row(id)).addColumn(FAMILY, column(id))).get().value();
  }

  private static byte[] row(long id) {
    return ByteBuffer.allocate(Long.BYTES).putLong(id / COLUMNS).array();
  }

  private static byte[] column(long id) {
    return ByteBuffer.allocate(Short.BYTES).putShort((short) (id % COLUMNS)).array();
  }

  @Override
  public void close() throws Exception {
    connection.close();
  }
}
