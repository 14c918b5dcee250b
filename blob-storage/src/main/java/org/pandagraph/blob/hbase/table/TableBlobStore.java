/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.hbase.Cell;
import org.apache.hadoop.hbase.client.Result;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.BlobStoreMetrics;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

/** The store itself: what {@code HBaseBlobStore} opens. Thread-safe. */
public final class TableBlobStore implements BlobStore {
  /** So long closing may take where HBase does not answer. */
  private static final Duration CLOSING = Duration.ofMillis(500);

  private final HBaseBlobStoreConfig config;
  private final StoreFaults faults;
  private final Cluster cluster;
  private final Requests requests;
  private final UploadRegister register;
  private final RegisteredUploads uploads;
  private final VerifiedGenerations verified = new VerifiedGenerations();
  private final ContentTable contents;
  private final ChunkTable chunks;

  private final Lengths lengths;

  /**
   * Does not connect: that is done when it is first used.
   *
   * @param metrics gets the attempts that failed
   */
  public TableBlobStore(HBaseBlobStoreConfig config, BlobStoreMetrics metrics) {
    this.config = config;
    faults = new StoreFaults(config);
    cluster = new Cluster(config, faults, metrics);
    requests = new Requests(config, faults);
    Writes writes = new Writes(config);
    register = new UploadRegister(cluster, requests, writes);
    uploads = new RegisteredUploads(register);
    contents = new ContentTable(cluster, requests, writes, register);
    chunks = new ChunkTable(cluster, requests, writes);
    lengths = new Lengths(cluster, requests);
  }

  @Override
  public Blob store(InputStream content) {
    return incoming().store(content);
  }

  @Override
  public Blob store(byte[] content) {
    return incoming().store(content);
  }

  private IncomingContent incoming() {
    cluster.tables();
    return new IncomingContent(contents, chunks, register, uploads, requests, faults, config);
  }

  @Override
  public InputStream open(Blob blob) {
    return open(blob, 0, blob.length());
  }

  @Override
  public InputStream open(Blob blob, long offset, long length) {
    return stream(blob, offset, blob.lengthOfRange(offset, length));
  }

  private InputStream stream(Blob blob, long offset, long length) {
    Result row = contents.read(blob.digest());
    List<Generation> all = Generation.of(row);
    if (all.isEmpty()) {
      throw BlobException.contentMissing(blob.digest());
    }
    Generation newest = Collections.max(all, Generation.BY_TIME);
    if (newest.length() != blob.length()) {
      throw CheckedStream.damaged(
          blob, "has " + newest.length() + " bytes, its reference says " + blob.length());
    }
    if (newest.isChunked()) {
      return new ChunkStream(
          blob, newest, contents, chunks, requests, config.readWindow(), offset, length);
    }
    Cell cell = row.getColumnLatestCell(Layout.BYTES, newest.id());
    if (cell == null || cell.getValueLength() != blob.length()) {
      throw CheckedStream.damaged(
          blob,
          cell == null
              ? "has lost its bytes"
              : "has " + cell.getValueLength() + " bytes, its reference says " + blob.length());
    }
    return new InlineStream(blob, newest, cell, verified, offset, length);
  }

  @Override
  public boolean exists(BlobDigest digest) {
    return contents.exists(digest);
  }

  @Override
  public OptionalLong length(BlobDigest digest) {
    List<Generation> all = contents.generations(digest);
    return all.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Collections.max(all, Generation.BY_TIME).length());
  }

  @Override
  public Map<BlobDigest, Long> lengths(Collection<BlobDigest> digests) {
    return lengths.of(digests);
  }

  @Override
  public Set<BlobDigest> missing(Collection<BlobDigest> digests) {
    return contents.missing(digests);
  }

  @Override
  public boolean discard(StoredBlob seen) {
    return contents.discard(seen);
  }

  @Override
  public Stream<StoredBlob> list() {
    return contents.list(faults);
  }

  @Override
  public long removeLeftovers(Duration age) {
    uploads.drop(config.operationTimeout());
    return new Sweeper(contents, chunks, register, requests, faults).sweep(age);
  }

  @Override
  public String claim(String candidate) {
    return register.claimOwner(candidate);
  }

  @Override
  public void handOver(String owner) {
    register.handOver(owner);
  }

  @Override
  public void close() {
    uploads.drop(CLOSING);
    cluster.close();
  }
}
