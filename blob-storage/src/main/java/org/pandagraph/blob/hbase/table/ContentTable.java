/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.hbase.CompareOperator;
import org.apache.hadoop.hbase.client.CheckAndMutate;
import org.apache.hadoop.hbase.client.Delete;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Put;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Scan;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.StoredBlob;

/**
 * The rows of contents: for each generation a manifest, and the bytes where they are inline.
 * Thread-safe.
 */
final class ContentTable {
  private static final int DIGESTS_A_REQUEST = 500;
  private static final int ROWS_A_REQUEST = 1000;

  private final Cluster cluster;
  private final Requests requests;
  private final Writes writes;
  private final UploadRegister register;

  ContentTable(Cluster cluster, Requests requests, Writes writes, UploadRegister register) {
    this.cluster = cluster;
    this.requests = requests;
    this.writes = writes;
    this.register = register;
  }

  /** Manifests and inline bytes of a content. */
  Result read(BlobDigest digest) {
    Get get = new Get(digest.toBytes()).addFamily(Layout.MANIFEST).addFamily(Layout.BYTES);
    return requests.call("read a content from", () -> cluster.tables().content().get(get));
  }

  List<Generation> generations(BlobDigest digest) {
    Get get = new Get(digest.toBytes()).addFamily(Layout.MANIFEST);
    return Generation.of(
        requests.call("read a manifest from", () -> cluster.tables().content().get(get)));
  }

  // --- storing

  /** Writes an inline content: its bytes are the first so many of the buffer. */
  void putInline(BlobDigest digest, Generation generation, byte[] buffer) {
    Put put = putManifest(digest, generation);
    Writes.addSlice(put, Layout.BYTES, generation.id(), buffer, 0, (int) generation.length());
    store(digest, generation, put);
  }

  /** Writes the manifest of a content whose chunks are all there. */
  void putChunked(BlobDigest digest, Generation generation) {
    store(digest, generation, putManifest(digest, generation));
  }

  private Put putManifest(BlobDigest digest, Generation generation) {
    return writes
        .put(digest.toBytes())
        .addColumn(Layout.MANIFEST, generation.id(), generation.toBytes());
  }

  /**
   * Writes a generation, and looks in the same request whether there are others: mostly there are
   * none.
   */
  private void store(BlobDigest digest, Generation generation, Put put) {
    Get others = new Get(put.getRow()).addFamily(Layout.MANIFEST);
    List<Object> answers =
        requests.call(
            "write to", () -> cluster.tables().content().<Object>batchAll(List.of(others, put)));
    List<Generation> before = new ArrayList<>(Generation.of((Result) answers.get(0)));
    before.removeIf(other -> other.hasId(generation.id()));
    if (!before.isEmpty()) {
      settle(digest, generation.id(), Collections.max(before, Generation.BY_TIME).time());
    }
  }

  /**
   * Sees to it that a generation is later than those that were there before it, whatever the clocks
   * of region servers say, and retires what is older.
   */
  private void settle(BlobDigest digest, byte[] id, long before) {
    while (true) {
      List<Generation> all = generations(digest);
      Generation own = null;
      for (Generation generation : all) {
        if (generation.hasId(id)) {
          own = generation;
        }
      }
      if (own == null) {
        // Stored again or discarded meanwhile: both saw this one, and so came after it.
        return;
      }
      if (own.time() > before) {
        retire(digest, own, all);
        return;
      }
      renew(digest, own, before + 1);
    }
  }

  private void renew(BlobDigest digest, Generation own, long time) {
    byte[] row = digest.toBytes();
    CheckAndMutate renewal =
        CheckAndMutate.newBuilder(row)
            .ifMatches(Layout.MANIFEST, own.id(), CompareOperator.EQUAL, own.toBytes())
            .build(
                writes
                    .put(row)
                    .addColumn(Layout.MANIFEST, own.id(), time, own.renewed(time).toBytes()));
    requests.call("write to", () -> cluster.tables().content().checkAndMutate(renewal));
  }

  private void retire(BlobDigest digest, Generation kept, List<Generation> all) {
    List<Generation> older = new ArrayList<>(all);
    older.removeIf(generation -> Generation.BY_TIME.compare(generation, kept) >= 0);
    if (older.isEmpty()) {
      return;
    }
    registerRetired(digest, older);
    Delete delete = deletion(digest, older);
    requests.call("write to", () -> cluster.tables().content().delete(delete));
  }

  /** First, so that no crash leaves chunks that nothing refers to. */
  private void registerRetired(BlobDigest digest, List<Generation> generations) {
    for (Generation generation : generations) {
      if (generation.isChunked()) {
        register.retire(generation.id(), digest);
      }
    }
  }

  /** Deletes columns that no write will use again: a marker cannot hide what is stored later. */
  private Delete deletion(BlobDigest digest, List<Generation> generations) {
    Delete delete = writes.delete(digest.toBytes());
    for (Generation generation : generations) {
      delete.addColumns(Layout.MANIFEST, generation.id(), generation.time());
      if (!generation.isChunked()) {
        delete.addColumns(Layout.BYTES, generation.id(), generation.time());
      }
    }
    return delete;
  }

  // --- discarding

  /** Removes what was seen; false where there is nothing, or something newer. */
  boolean discard(StoredBlob seen) {
    byte[] row = seen.digest().toBytes();
    while (true) {
      List<Generation> all = generations(seen.digest());
      if (all.isEmpty()) {
        return false;
      }
      Generation newest = Collections.max(all, Generation.BY_TIME);
      if (newest.time() > seen.storedAt().toEpochMilli()) {
        return false;
      }
      registerRetired(seen.digest(), all);
      CheckAndMutate removal =
          CheckAndMutate.newBuilder(row)
              .ifMatches(Layout.MANIFEST, newest.id(), CompareOperator.EQUAL, newest.toBytes())
              .build(deletion(seen.digest(), all));
      if (requests
          .call("remove a content from", () -> cluster.tables().content().checkAndMutate(removal))
          .isSuccess()) {
        return true;
      }
    }
  }

  // --- looking

  boolean exists(BlobDigest digest) {
    Get get = new Get(digest.toBytes()).addFamily(Layout.MANIFEST);
    return requests.call("look into", () -> cluster.tables().content().exists(get));
  }

  Set<BlobDigest> missing(Collection<BlobDigest> digests) {
    List<BlobDigest> all = List.copyOf(digests);
    Set<BlobDigest> missing = new HashSet<>();
    for (int from = 0; from < all.size(); from += DIGESTS_A_REQUEST) {
      List<BlobDigest> some = all.subList(from, Math.min(all.size(), from + DIGESTS_A_REQUEST));
      List<Get> gets = new ArrayList<>(some.size());
      for (BlobDigest digest : some) {
        gets.add(new Get(digest.toBytes()).addFamily(Layout.MANIFEST));
      }
      List<Boolean> there =
          requests.call("look into", () -> cluster.tables().content().existsAll(gets));
      for (int i = 0; i < some.size(); i++) {
        if (!there.get(i)) {
          missing.add(some.get(i));
        }
      }
    }
    return missing;
  }

  /** Reads the manifests only, which lie in files of their own; close the stream. */
  Stream<StoredBlob> list(StoreFaults faults) {
    Scan scan =
        new Scan().addFamily(Layout.MANIFEST).setCaching(ROWS_A_REQUEST).setCacheBlocks(false);
    ResultScanner scanner = cluster.tables().content().getScanner(scan);
    Spliterator<StoredBlob> rows =
        Spliterators.spliteratorUnknownSize(
            new StoredBlobs(scanner, faults), Spliterator.NONNULL | Spliterator.DISTINCT);
    return StreamSupport.stream(rows, false).onClose(scanner::close);
  }

  /** Whether a manifest refers to these chunks. */
  CompletableFuture<Result> manifest(BlobDigest digest, byte[] upload) {
    return cluster
        .tables()
        .content()
        .get(new Get(digest.toBytes()).addColumn(Layout.MANIFEST, upload));
  }
}
