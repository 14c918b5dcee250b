/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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

  /** So long it may take longer where contents were stored just before. */
  private static final Duration SETTLING = Duration.ofSeconds(2);

  private final HBaseBlobStoreConfig config;
  private final StoreFaults faults;
  private final Cluster cluster;
  private final Requests requests;
  private final UploadRegister register;
  private final RegisteredUploads uploads;
  private final ContentTable contents;
  private final InlineContents inlineContents;
  private final ChunkTable chunks;
  private final SettlingQueue settling;
  private final Discarder discarder;
  private final Lengths lengths;

  /**
   * Does not connect: that is done when it is first used.
   *
   * @param metrics gets the attempts that failed, and what could not be settled
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
    inlineContents = new InlineContents(contents);
    chunks = new ChunkTable(cluster, requests, writes);
    settling = new SettlingQueue(contents, new Settler(contents), metrics);
    discarder = new Discarder(contents, register, settling, config.operationTimeout());
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
    return new IncomingContent(
        contents, settling, chunks, register, uploads, requests, faults, config);
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
    Cell inline = blob.length() <= config.inlineLimit() ? inlineContents.read(blob) : null;
    return inline == null
        ? byManifest(blob, offset, length)
        : InlineStream.verified(blob, inline, offset, length);
  }

  private InputStream byManifest(Blob blob, long offset, long length) {
    Result row = contents.read(blob.digest());
    List<Generation> all = Generation.of(row);
    if (all.isEmpty()) {
      throw BlobException.contentMissing(blob.digest());
    }
    Generation chosen = all.size() == 1 ? all.get(0) : choose(blob, row, all);
    if (chosen.length() != blob.length()) {
      throw CheckedStream.damaged(
          blob, "has " + chosen.length() + " bytes, its reference says " + blob.length());
    }
    if (chosen.isChunked()) {
      return new ChunkStream(
          blob, chosen, contents, chunks, requests, config.readWindow(), offset, length);
    }
    Cell cell = row.getColumnLatestCell(Layout.BYTES, chosen.id());
    if (cell == null || cell.getValueLength() != blob.length()) {
      throw CheckedStream.damaged(
          blob,
          cell == null
              ? "has lost its bytes"
              : "has " + cell.getValueLength() + " bytes, its reference says " + blob.length());
    }
    return InlineStream.unverified(blob, chosen, cell, offset, length);
  }

  /**
   * The newest of those whose bytes are here and whole, else the newest. While nobody has settled
   * the content, the one with the greatest time may be the older one, and damaged.
   */
  private static Generation choose(Blob blob, Result row, List<Generation> all) {
    return all.stream()
        .filter(each -> each.isChunked() || isWhole(blob, row, each))
        .max(
            Comparator.comparing(Generation::isChunked)
                .reversed()
                .thenComparing(Generation.BY_TIME))
        .orElseGet(() -> Collections.max(all, Generation.BY_TIME));
  }

  private static boolean isWhole(Blob blob, Result row, Generation inline) {
    Cell cell = row.getColumnLatestCell(Layout.BYTES, inline.id());
    return cell != null
        && cell.getValueLength() == blob.length()
        && Crc32c.of(cell.getValueArray(), cell.getValueOffset(), cell.getValueLength())
            == inline.crc();
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
    return discarder.discard(seen);
  }

  @Override
  public Stream<StoredBlob> list() {
    return contents.list(faults);
  }

  @Override
  public long removeLeftovers(Duration age) {
    settling.flush(config.operationTimeout());
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
    settling.close(SETTLING);
    uploads.drop(CLOSING);
    cluster.close();
  }
}
