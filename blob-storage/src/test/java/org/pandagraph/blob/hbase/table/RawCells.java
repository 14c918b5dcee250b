/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.Cell;
import org.apache.hadoop.hbase.CellUtil;
import org.apache.hadoop.hbase.HBaseConfiguration;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.Connection;
import org.apache.hadoop.hbase.client.ConnectionFactory;
import org.apache.hadoop.hbase.client.Delete;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Put;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Scan;
import org.apache.hadoop.hbase.client.Table;
import org.apache.hadoop.hbase.filter.FirstKeyOnlyFilter;
import org.pandagraph.blob.BlobDigest;

/** Looks at and changes what a store keeps, behind its back, with HBase's own client. */
final class RawCells implements AutoCloseable {
  private final Connection connection;
  private final String namespace;

  RawCells(String quorum, String namespace) throws IOException {
    Configuration configuration = HBaseConfiguration.create();
    configuration.set("hbase.zookeeper.quorum", quorum);
    this.connection = ConnectionFactory.createConnection(configuration);
    this.namespace = namespace;
  }

  Connection connection() {
    return connection;
  }

  TableName name(String table) {
    return TableName.valueOf(namespace, table);
  }

  Generation newest(BlobDigest digest) throws IOException {
    try (Table content = connection.getTable(name(Layout.CONTENT_TABLE))) {
      return Generation.newest(content.get(new Get(digest.toBytes()))).orElseThrow();
    }
  }

  /** Replaces the bytes of a content, and leaves manifest and checksums as they are. */
  void replace(BlobDigest digest, byte[] bytes) throws IOException {
    Generation generation = newest(digest);
    if (!generation.isChunked()) {
      put(
          Layout.CONTENT_TABLE,
          new Put(digest.toBytes()).addColumn(Layout.BYTES, generation.id(), bytes));
      return;
    }
    for (int from = 0; from < bytes.length; from += Layout.PAGE) {
      int page = from % generation.chunkSize() / Layout.PAGE;
      byte[] row = Layout.chunkRow(generation.id(), from / generation.chunkSize());
      byte[] old = page(row, page);
      byte[] now = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Layout.PAGE));
      ByteBuffer value = ByteBuffer.allocate(now.length + Layout.CRC_BYTES).put(now);
      value.put(old, old.length - Layout.CRC_BYTES, Layout.CRC_BYTES);
      put(
          Layout.CHUNK_TABLE,
          new Put(row).addColumn(Layout.BYTES, Layout.page(page), value.array()));
    }
  }

  byte[] page(byte[] row, int page) throws IOException {
    try (Table chunks = connection.getTable(name(Layout.CHUNK_TABLE))) {
      return chunks.get(new Get(row)).getValue(Layout.BYTES, Layout.page(page));
    }
  }

  void put(String table, Put put) throws IOException {
    try (Table rows = connection.getTable(name(table))) {
      rows.put(put);
    }
  }

  void deleteRow(String table, byte[] row) throws IOException {
    try (Table rows = connection.getTable(name(table))) {
      rows.delete(new Delete(row));
    }
  }

  /** How many rows there are. */
  int count(String table) throws IOException {
    int count = 0;
    try (Table rows = connection.getTable(name(table));
        ResultScanner scanner = rows.getScanner(new Scan().setFilter(new FirstKeyOnlyFilter()))) {
      while (scanner.next() != null) {
        count++;
      }
    }
    return count;
  }

  /** How many uploads the register knows. */
  int registered() throws IOException {
    int count = 0;
    Scan uploads = new Scan().setRowPrefixFilter(Layout.UPLOAD_PREFIX);
    try (Table rows = connection.getTable(name(Layout.REGISTER_TABLE));
        ResultScanner scanner = rows.getScanner(uploads)) {
      while (scanner.next() != null) {
        count++;
      }
    }
    return count;
  }

  /** Empties the store, its format aside. Deletes exact versions: markers hide nothing later. */
  void clear() throws IOException {
    if (!connection.getAdmin().tableExists(name(Layout.REGISTER_TABLE))) {
      return;
    }
    for (String table : List.of(Layout.CONTENT_TABLE, Layout.CHUNK_TABLE, Layout.REGISTER_TABLE)) {
      try (Table rows = connection.getTable(name(table))) {
        while (clearVisible(rows)) {
          // Below a cell that was written over there is the one from before.
        }
      }
    }
  }

  /** Whether there was anything. */
  private static boolean clearVisible(Table rows) throws IOException {
    boolean any = false;
    try (ResultScanner scanner = rows.getScanner(new Scan())) {
      for (Result row : scanner) {
        if (!Arrays.equals(row.getRow(), Layout.FORMAT_ROW)) {
          rows.delete(deleteAll(row));
          any = true;
        }
      }
    }
    return any;
  }

  private static Delete deleteAll(Result row) {
    Delete delete = new Delete(row.getRow());
    for (Cell cell : row.rawCells()) {
      delete.addColumn(
          CellUtil.cloneFamily(cell), CellUtil.cloneQualifier(cell), cell.getTimestamp());
    }
    return delete;
  }

  List<Generation> generations(BlobDigest digest) throws IOException {
    try (Table content = connection.getTable(name(Layout.CONTENT_TABLE))) {
      List<Generation> all = Generation.of(content.get(new Get(digest.toBytes())));
      Collections.sort(all, Generation.BY_TIME);
      return all;
    }
  }

  /**
   * Writes the newest generation once more under another id, as a store does that dies before it
   * looks for others.
   *
   * @param time of its manifest, whatever the clock says
   * @return its id
   */
  byte[] storeAgain(BlobDigest digest, long time) throws IOException {
    Generation from = newest(digest);
    byte[] id = Layout.newId();
    Put put = new Put(digest.toBytes()).addColumn(Layout.MANIFEST, id, time, withoutRenewals(from));
    if (from.isChunked()) {
      try (Table chunks = connection.getTable(name(Layout.CHUNK_TABLE))) {
        for (int chunk = 0; (long) chunk * from.chunkSize() < from.length(); chunk++) {
          Put copy = new Put(Layout.chunkRow(id, chunk));
          for (Cell page : chunks.get(new Get(Layout.chunkRow(from.id(), chunk))).rawCells()) {
            copy.addColumn(Layout.BYTES, CellUtil.cloneQualifier(page), CellUtil.cloneValue(page));
          }
          chunks.put(copy);
        }
      }
    } else {
      try (Table content = connection.getTable(name(Layout.CONTENT_TABLE))) {
        byte[] bytes = content.get(new Get(digest.toBytes())).getValue(Layout.BYTES, from.id());
        put.addColumn(Layout.BYTES, id, time, bytes);
      }
    }
    put(Layout.CONTENT_TABLE, put);
    return id;
  }

  private static byte[] withoutRenewals(Generation generation) {
    Generation fresh =
        generation.isChunked()
            ? Generation.chunked(generation.id(), generation.length(), generation.chunkSize())
            : Generation.inline(generation.id(), generation.length(), generation.crc());
    return fresh.toBytes();
  }

  /** The one generation that is left once the content is settled. */
  Generation awaitSettled(BlobDigest digest) throws Exception {
    while (true) {
      List<Generation> all = generations(digest);
      if (all.size() == 1) {
        return all.get(0);
      }
      Thread.sleep(10);
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
