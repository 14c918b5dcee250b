/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.hbase.client.Delete;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Put;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Scan;
import org.apache.hadoop.hbase.filter.FilterList;
import org.apache.hadoop.hbase.filter.FirstKeyOnlyFilter;
import org.apache.hadoop.hbase.filter.KeyOnlyFilter;

/** The rows of chunks: their pages, each with its checksum. Thread-safe. */
final class ChunkTable {
  private static final int ROWS_A_REQUEST = 500;

  private final Cluster cluster;
  private final Requests requests;
  private final Writes writes;

  ChunkTable(Cluster cluster, Requests requests, Writes writes) {
    this.cluster = cluster;
    this.requests = requests;
    this.writes = writes;
  }

  CompletableFuture<Void> put(byte[] upload, int chunk, ChunkBuffer buffer) {
    Put put = writes.put(Layout.chunkRow(upload, chunk));
    buffer.addTo(put);
    return requests.send("write to", () -> cluster.tables().chunks().put(put));
  }

  /**
   * Reads pages of a chunk.
   *
   * @param ahead whether the whole content is being read, so that caching these is of no use
   */
  CompletableFuture<Result> get(
      byte[] upload, int chunk, int firstPage, int pages, boolean wholeChunk, boolean ahead) {
    Get get = new Get(Layout.chunkRow(upload, chunk)).setCacheBlocks(!ahead);
    if (wholeChunk) {
      get.addFamily(Layout.BYTES);
    } else {
      for (int page = firstPage; page < firstPage + pages; page++) {
        get.addColumn(Layout.BYTES, Layout.page(page));
      }
    }
    return requests.send("read a content from", () -> cluster.tables().chunks().get(get));
  }

  /** Removes the first chunks of an upload, all of which have been written; waits for nothing. */
  CompletableFuture<Void> deleteFirst(byte[] upload, int chunks) {
    List<Delete> deletes = new ArrayList<>(chunks);
    for (int chunk = 0; chunk < chunks; chunk++) {
      deletes.add(writes.delete(Layout.chunkRow(upload, chunk)));
    }
    return cluster.tables().chunks().deleteAll(deletes);
  }

  /** Removes all chunks of an upload. */
  void deleteAll(byte[] upload, StoreFaults faults) {
    Scan scan =
        new Scan()
            .addFamily(Layout.BYTES)
            .setRowPrefixFilter(upload)
            .setFilter(new FilterList(new FirstKeyOnlyFilter(), new KeyOnlyFilter()))
            .setCaching(ROWS_A_REQUEST)
            .setCacheBlocks(false);
    List<Delete> deletes = new ArrayList<>();
    try (ResultScanner scanner = cluster.tables().chunks().getScanner(scan)) {
      for (Result row = scanner.next(); row != null; row = scanner.next()) {
        deletes.add(writes.delete(row.getRow()));
        if (deletes.size() == ROWS_A_REQUEST) {
          send(deletes);
          deletes = new ArrayList<>();
        }
      }
    } catch (IOException e) {
      throw faults.unavailable("remove chunks from", e);
    }
    send(deletes);
  }

  private void send(List<Delete> deletes) {
    if (!deletes.isEmpty()) {
      requests.call("remove chunks from", () -> cluster.tables().chunks().deleteAll(deletes));
    }
  }
}
