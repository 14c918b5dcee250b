/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SplittableRandom;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobStore;

/** The HBase store against HBase's own client on the same server. */
final class HBaseStoreMeasurement {
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;
  private static final int CLIENTS = 8;

  /**
   * HBase was started a moment ago: until its compilers are done, a put takes four times as long.
   */
  private static final long WARM_UP_NANOS = 20_000_000_000L;

  private final BlobStore store;
  private final RawHBase raw;
  private final BenchmarkReport report;
  private final Sides throughput;
  private final Sides latency;
  private long numbers;

  HBaseStoreMeasurement(
      BlobStore store, RawHBase raw, BenchmarkReport report, Sides throughput, Sides latency) {
    this.store = store;
    this.raw = raw;
    this.report = report;
    this.throughput = throughput;
    this.latency = latency;
  }

  void run() throws Exception {
    try (Threads threads = new Threads(CLIENTS)) {
      warmUp(threads, 10 * KIB, 400);
      small(threads, "10kib", 10 * KIB, 2000);
      small(threads, "1mib", MIB, 32);
      paper(threads, 10 * KIB, 400);
    }
    large();
    ranges();
  }

  private void warmUp(Threads threads, int length, int operations) throws Exception {
    for (long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end; ) {
      long first = reserve(operations);
      threads.run(
          operations,
          i -> {
            byte[] content = Contents.of(length, first + i);
            store.store(content);
            raw.put(Contents.key(first + i), content);
          });
    }
  }

  /** A range of numbers that no content has had. */
  private long reserve(int count) {
    long first = numbers;
    numbers += count;
    return first;
  }

  private void small(Threads threads, String size, int length, int operations) throws Exception {
    Sides.Finding put =
        throughput
            .compare(
                round -> {
                  long first = reserve(operations);
                  threads.run(operations, i -> store.store(Contents.of(length, first + i)));
                },
                round -> {
                  long first = reserve(operations);
                  threads.run(
                      operations,
                      i -> raw.put(Contents.key(first + i), Contents.of(length, first + i)));
                })
            .print("put " + size + ", " + CLIENTS + " clients");
    report(put, "put_" + size, operations);
    Blob[] blobs = new Blob[operations];
    long first = reserve(operations);
    threads.run(
        operations,
        i -> {
          byte[] content = Contents.of(length, first + i);
          blobs[i] = store.store(content);
          raw.put(Contents.key(first + i), content);
        });
    Sides.Finding get =
        throughput
            .compare(
                round -> threads.run(operations, i -> read(blobs[i])),
                round ->
                    threads.run(
                        operations, i -> requireLength(raw.get(Contents.key(first + i)), length)))
            .print("get " + size + ", " + CLIENTS + " clients");
    report(get, "get_" + size, operations);
  }

  private void report(Sides.Finding finding, String what, int operations) {
    report
        .ratio(what + "_over_raw", finding.speedup())
        .ratio(what + "_over_raw_least", finding.least())
        .ratio(what + "_over_raw_most", finding.most())
        .figure(what + "_per_s", operations / finding.firstMillis() * 1000)
        .figure(what + "_raw_per_s", operations / finding.secondMillis() * 1000);
  }

  /** Neighbours in the order they come, as in the paper, against uniform keys; both raw. */
  private void paper(Threads threads, int length, int operations) throws Exception {
    Sides.Finding put =
        throughput
            .compare(
                round -> {
                  long first = reserve(operations);
                  threads.run(
                      operations,
                      i -> raw.put(Contents.key(first + i), Contents.of(length, first + i)));
                },
                round -> {
                  long first = reserve(operations);
                  threads.run(
                      operations,
                      i -> raw.putAsInThePaper(first + i, Contents.of(length, first + i)));
                })
            .print("put 10kib, digest rows / paper's");
    long first = reserve(operations);
    for (int i = 0; i < operations; i++) {
      raw.put(Contents.key(first + i), Contents.of(length, first + i));
      raw.putAsInThePaper(first + i, Contents.of(length, first + i));
    }
    Sides.Finding get =
        throughput
            .compare(
                round ->
                    threads.run(
                        operations, i -> requireLength(raw.get(Contents.key(first + i)), length)),
                round ->
                    threads.run(
                        operations, i -> requireLength(raw.getAsInThePaper(first + i), length)))
            .print("get 10kib, digest rows / paper's");
    report
        .ratio("layout_put_over_paper", put.speedup())
        .ratio("layout_get_over_paper", get.speedup());
  }

  private void large() throws Exception {
    int length = 10 * MIB;
    // Making random bytes takes longer than digesting them: only the number changes.
    byte[] content = Contents.of(length, 0);
    Sides.Finding put =
        latency
            .compare(
                round -> store.store(Contents.numbered(content, reserve(1))),
                round -> {
                  long number = reserve(1);
                  raw.put(Contents.key(number), Contents.numbered(content, number));
                })
            .print("put 10mib, chunks / one cell");
    report
        .ratio("put_10mib_over_cell", put.speedup())
        .ratio("put_10mib_over_cell_least", put.least())
        .figure("put_10mib_ms", put.firstMillis())
        .figure("put_10mib_cell_ms", put.secondMillis());
    long number = reserve(1);
    Blob blob = store.store(Contents.of(length, number));
    raw.put(Contents.key(number), Contents.of(length, number));
    Sides.Finding first =
        latency
            .compare(
                round -> {
                  try (InputStream in = store.open(blob)) {
                    requireByte(in.read());
                  }
                },
                round -> requireByte(raw.get(Contents.key(number))[0] & 0xFF))
            .print("first byte of 10mib");
    Sides.Finding whole =
        latency
            .compare(
                round -> read(blob), round -> requireLength(raw.get(Contents.key(number)), length))
            .print("get 10mib");
    report
        .ratio("first_byte_10mib_over_cell", first.speedup())
        .ratio("first_byte_10mib_over_cell_least", first.least())
        .ratio("get_10mib_over_cell", whole.speedup())
        .figure("first_byte_10mib_ms", first.firstMillis())
        .figure("first_byte_10mib_cell_ms", first.secondMillis());
  }

  private void ranges() throws Exception {
    int length = 64 * KIB;
    Blob large = store.store(Contents.of(100 * MIB, reserve(1)));
    Blob small = store.store(Contents.of(length, reserve(1)));
    SplittableRandom random = new SplittableRandom(1);
    int operations = 20;
    Sides.Finding range =
        latency
            .compare(
                round -> {
                  for (int i = 0; i < operations; i++) {
                    read(large, random.nextInt(100 * MIB - length), length);
                  }
                },
                round -> {
                  for (int i = 0; i < operations; i++) {
                    read(small);
                  }
                })
            .print("64kib of 100mib / a 64kib blob");
    report
        .ratio("range_64kib_cost_over_blob", 1 / range.speedup())
        .ratio("range_64kib_cost_over_blob_most", 1 / range.least())
        .figure("range_64kib_ms", range.firstMillis() / operations)
        .figure("get_64kib_ms", range.secondMillis() / operations);
  }

  private void read(Blob blob) throws IOException {
    try (InputStream in = store.open(blob)) {
      requireAll(in.transferTo(OutputStream.nullOutputStream()), blob.length());
    }
  }

  private void read(Blob blob, long offset, int length) throws IOException {
    try (InputStream in = store.open(blob, offset, length)) {
      requireAll(in.transferTo(OutputStream.nullOutputStream()), length);
    }
  }

  private static void requireLength(byte[] content, int length) throws IOException {
    requireAll(content.length, length);
  }

  private static void requireAll(long found, long wanted) throws IOException {
    if (found != wanted) {
      throw new IOException(found + " bytes instead of " + wanted);
    }
  }

  private static void requireByte(int value) throws IOException {
    if (value < 0) {
      throw new IOException("no first byte");
    }
  }
}
