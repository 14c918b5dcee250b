/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.util.ArrayList;
import java.util.Collection;
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
    return ask("read a content from", get);
  }

  /** Inline bytes of a content, without the manifests. */
  Result readBytes(BlobDigest digest) {
    Get get = new Get(digest.toBytes()).addFamily(Layout.BYTES);
    return ask("read a content from", get);
  }

  List<Generation> generations(BlobDigest digest) {
    Get get = new Get(digest.toBytes()).addFamily(Layout.MANIFEST);
    return Generation.of(ask("read a manifest from", get));
  }

  private Result ask(String what, Get get) {
    return requests.call(what, () -> cluster.tables().content().get(get));
  }

  /**
   * The manifests of many contents, in one request a region server; answers when all have come or
   * failed, each on its own.
   */
  List<CompletableFuture<Result>> manifests(List<BlobDigest> digests) {
    List<Get> gets = new ArrayList<>(digests.size());
    for (BlobDigest digest : digests) {
      gets.add(new Get(digest.toBytes()).addFamily(Layout.MANIFEST));
    }
    List<CompletableFuture<Result>> answers = new ArrayList<>(gets.size());
    requests.call(
        "look into",
        () -> {
          answers.addAll(cluster.tables().content().get(gets));
          return CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
              .exceptionally(someFailed -> null);
        });
    return answers;
  }

  // --- storing

  /**
   * Writes an inline content: its bytes are the first so many of the buffer, which must not change
   * until it is durable.
   */
  CompletableFuture<Void> putInline(BlobDigest digest, Generation generation, byte[] buffer) {
    Put put = putManifest(digest, generation);
    Writes.addSlice(put, Layout.BYTES, generation.id(), buffer, 0, (int) generation.length());
    return store(put);
  }

  /** Writes the manifest of a content whose chunks are all there. */
  void putChunked(BlobDigest digest, Generation generation) {
    requests.await("write to", store(putManifest(digest, generation)));
  }

  private Put putManifest(BlobDigest digest, Generation generation) {
    return writes
        .put(digest.toBytes())
        .addColumn(Layout.MANIFEST, generation.id(), generation.toBytes());
  }

  private CompletableFuture<Void> store(Put put) {
    return requests.send("write to", () -> cluster.tables().content().put(put));
  }

  // --- changing what is there

  /**
   * Moves a generation on to a later time, unless it was renewed or removed since it was read.
   *
   * @return false where it was
   */
  boolean renew(BlobDigest digest, Generation seen, long time) {
    byte[] row = digest.toBytes();
    CheckAndMutate renewal =
        unchanged(row, seen)
            .build(
                writes
                    .put(row)
                    .addColumn(Layout.MANIFEST, seen.id(), time, seen.renewed(time).toBytes()));
    return requests
        .call("write to", () -> cluster.tables().content().checkAndMutate(renewal))
        .isSuccess();
  }

  /**
   * Removes a generation, unless it was renewed since it was read. The columns are those that no
   * write will use again: the marker cannot hide what is stored later.
   *
   * @return false where it was renewed, or is gone already
   */
  boolean remove(BlobDigest digest, Generation seen) {
    byte[] row = digest.toBytes();
    Delete columns = writes.delete(row).addColumns(Layout.MANIFEST, seen.id(), seen.time());
    if (seen.isChunked()) {
      // First, so that no crash leaves chunks that nothing refers to.
      register.retire(seen.id(), digest);
    } else {
      columns.addColumns(Layout.BYTES, seen.id(), seen.time());
    }
    CheckAndMutate removal = unchanged(row, seen).build(columns);
    return requests
        .call("remove from", () -> cluster.tables().content().checkAndMutate(removal))
        .isSuccess();
  }

  /** Each renewal changes the manifest, not only its time. */
  private static CheckAndMutate.Builder unchanged(byte[] row, Generation seen) {
    return CheckAndMutate.newBuilder(row)
        .ifMatches(Layout.MANIFEST, seen.id(), CompareOperator.EQUAL, seen.toBytes());
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
