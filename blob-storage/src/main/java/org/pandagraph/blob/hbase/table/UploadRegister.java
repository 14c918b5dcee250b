/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.hadoop.hbase.Cell;
import org.apache.hadoop.hbase.CompareOperator;
import org.apache.hadoop.hbase.client.CheckAndMutate;
import org.apache.hadoop.hbase.client.Delete;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Put;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.RowMutations;
import org.apache.hadoop.hbase.client.Scan;
import org.apache.hadoop.hbase.filter.Filter;
import org.apache.hadoop.hbase.filter.FilterList;
import org.apache.hadoop.hbase.filter.SingleColumnValueFilter;
import org.pandagraph.blob.BlobDigest;

/**
 * Which chunks may have no manifest: those of uploads under way, and those of generations that were
 * replaced or discarded. Thread-safe.
 */
final class UploadRegister {
  /** There while a writer is at it; its time is the writer's last sign of life. */
  private static final byte[] WRITING = Layout.ascii("w");

  /** The digest that a manifest for these chunks would be under. */
  private static final byte[] DIGEST = Layout.ascii("d");

  /** There once the chunks are being removed. */
  private static final byte[] SWEPT = Layout.ascii("x");

  private static final byte[] YES = {1};
  private static final byte[] NOTHING = {};

  private final Cluster cluster;
  private final Requests requests;
  private final Writes writes;

  UploadRegister(Cluster cluster, Requests requests, Writes writes) {
    this.cluster = cluster;
    this.requests = requests;
    this.writes = writes;
  }

  /** Before the first chunk is sent. */
  CompletableFuture<Void> start(byte[] upload) {
    Put put = writes.put(Layout.registerRow(upload)).addColumn(Layout.REGISTER, WRITING, YES);
    return requests.send("write to", () -> cluster.tables().register().put(put));
  }

  /**
   * A sign of life of a long upload.
   *
   * @return false where it was taken for a leftover
   */
  CompletableFuture<Boolean> renew(byte[] upload) {
    return ifWriting(
        upload, writes.put(Layout.registerRow(upload)).addColumn(Layout.REGISTER, WRITING, YES));
  }

  /**
   * Before the manifest is written.
   *
   * @return false where the upload was taken for a leftover
   */
  CompletableFuture<Boolean> announce(byte[] upload, BlobDigest digest) {
    return ifWriting(
        upload,
        writes
            .put(Layout.registerRow(upload))
            .addColumn(Layout.REGISTER, DIGEST, digest.toBytes()));
  }

  private CompletableFuture<Boolean> ifWriting(byte[] upload, Put put) {
    CheckAndMutate check =
        CheckAndMutate.newBuilder(Layout.registerRow(upload))
            .ifMatches(Layout.REGISTER, WRITING, CompareOperator.EQUAL, YES)
            .build(put);
    return requests
        .send("write to", () -> cluster.tables().register().checkAndMutate(check))
        .thenApply(result -> result.isSuccess());
  }

  /** Before a manifest is removed. */
  void retire(byte[] upload, BlobDigest digest) {
    Put put =
        writes.put(Layout.retiredRow(upload)).addColumn(Layout.REGISTER, DIGEST, digest.toBytes());
    requests.call("write to", () -> cluster.tables().register().put(put));
  }

  /** Chunks and manifest are both there, or both gone. Not waited for, nor missed after a crash. */
  CompletableFuture<Void> forget(byte[] upload) {
    return cluster.tables().register().delete(Writes.soon(new Delete(Layout.registerRow(upload))));
  }

  /** Removes an entry; durable. */
  void strike(Entry entry) {
    Delete delete = writes.delete(entry.row);
    requests.call("write to", () -> cluster.tables().register().delete(delete));
  }

  /** One row as it was read. */
  static final class Entry {
    private final byte[] row;
    private final byte[] digest;
    private final boolean swept;

    private Entry(Result row) {
      this.row = row.getRow();
      this.digest = row.getValue(Layout.REGISTER, DIGEST);
      this.swept = row.containsColumn(Layout.REGISTER, SWEPT);
    }

    byte[] upload() {
      return Layout.uploadOf(row);
    }

    /** Null where the writer never came that far. */
    byte[] digest() {
      return digest;
    }

    /** Whether removing its chunks has begun. */
    boolean swept() {
      return swept;
    }
  }

  /** Calls it for each entry that nothing was written to for that long. */
  void forEachOlderThan(Duration age, StoreFaults faults, Consumer<Entry> action) {
    long limit = now() - age.toMillis();
    Scan scan = new Scan().addFamily(Layout.REGISTER).setRowPrefixFilter(Layout.UPLOAD_PREFIX);
    try (ResultScanner scanner = cluster.tables().register().getScanner(scan)) {
      for (Result row = scanner.next(); row != null; row = scanner.next()) {
        if (lastWrite(row) <= limit) {
          action.accept(new Entry(row));
        }
      }
    } catch (IOException e) {
      throw faults.unavailable("remove leftovers from", e);
    }
  }

  /** Milliseconds since 1970, by the clock that the entries were written by. */
  long now() {
    Put tick = Writes.soon(new Put(Layout.CLOCK_ROW).addColumn(Layout.REGISTER, Layout.VALUE, YES));
    requests.call("write to", () -> cluster.tables().register().put(tick));
    Result read =
        requests.call(
            "read",
            () ->
                cluster
                    .tables()
                    .register()
                    .get(new Get(Layout.CLOCK_ROW).addFamily(Layout.REGISTER)));
    return lastWrite(read);
  }

  private static long lastWrite(Result row) {
    long last = Long.MIN_VALUE;
    for (Cell cell : row.rawCells()) {
      last = Math.max(last, cell.getTimestamp());
    }
    return last;
  }

  /**
   * Makes sure that no writer goes on with an upload that has no digest yet.
   *
   * @return false where it has one by now, or is gone
   */
  boolean claimForSweeping(byte[] upload) {
    byte[] row = Layout.registerRow(upload);
    RowMutations mark = new RowMutations(row);
    try {
      mark.add(
          List.of(
              writes.put(row).addColumn(Layout.REGISTER, SWEPT, YES),
              writes.delete(row).addColumns(Layout.REGISTER, WRITING)));
    } catch (IOException otherRow) {
      throw new IllegalStateException(otherRow);
    }
    // A row that is gone has no digest either.
    FilterList stillWritten = new FilterList(is(WRITING, YES, true), is(DIGEST, NOTHING, false));
    CheckAndMutate check = CheckAndMutate.newBuilder(row).ifMatches(stillWritten).build(mark);
    return requests
        .call("write to", () -> cluster.tables().register().checkAndMutate(check))
        .isSuccess();
  }

  private static Filter is(byte[] column, byte[] value, boolean required) {
    SingleColumnValueFilter filter =
        new SingleColumnValueFilter(Layout.REGISTER, column, CompareOperator.EQUAL, value);
    filter.setFilterIfMissing(required);
    return filter;
  }

  // --- single values

  /** The owner: who it is already, or else this one. */
  String claimOwner(String candidate) {
    CheckAndMutate claim =
        CheckAndMutate.newBuilder(Layout.OWNER_ROW)
            .ifNotExists(Layout.REGISTER, Layout.VALUE)
            .build(
                writes
                    .put(Layout.OWNER_ROW)
                    .addColumn(Layout.REGISTER, Layout.VALUE, utf8(candidate)));
    Result owner = owner();
    if (owner.isEmpty()) {
      requests.call("write the owner of", () -> cluster.tables().register().checkAndMutate(claim));
      owner = owner();
    }
    return new String(owner.getValue(Layout.REGISTER, Layout.VALUE), UTF_8);
  }

  void handOver(String newOwner) {
    Result before = owner();
    // Not hidden by what another region server wrote whose clock was ahead.
    long time = Math.max(System.currentTimeMillis(), lastWrite(before) + 1);
    Put put =
        writes.put(Layout.OWNER_ROW).addColumn(Layout.REGISTER, Layout.VALUE, time, utf8(newOwner));
    requests.call("write the owner of", () -> cluster.tables().register().put(put));
  }

  private Result owner() {
    Get get = new Get(Layout.OWNER_ROW).addColumn(Layout.REGISTER, Layout.VALUE);
    return requests.call("read the owner of", () -> cluster.tables().register().get(get));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
