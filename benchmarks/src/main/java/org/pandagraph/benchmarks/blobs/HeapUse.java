/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

/**
 * How much heap a store needs while a large content goes in and out: in a JVM of its own, what is
 * live after full collections every half second, above what is live when nothing happens.
 */
final class HeapUse {
  private static final long LENGTH = 1L << 30;
  private static final int MIB = 1 << 20;
  private static final long PERIOD_MILLIS = 500;

  private HeapUse() {}

  /**
   * Runs it in a JVM of its own.
   *
   * @return mebibytes
   */
  static double measure(String quorum) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    HeapUse.class.getName(),
                    quorum))
            .redirectErrorStream(true)
            .start();
    List<String> lines = child.inputReader().lines().toList();
    if (child.waitFor() != 0) {
      throw new IOException("the measurement of the heap ended with " + lines);
    }
    return Double.parseDouble(lines.get(lines.size() - 1));
  }

  /**
   * Prints the mebibytes.
   *
   * @param args the quorum
   */
  public static void main(String[] args) throws Exception {
    HBaseBlobStoreConfig config =
        HBaseBlobStoreConfig.builder(args[0]).namespace("heap").regions(2).build();
    try (BlobStore store = HBaseBlobStore.open(config)) {
      pass(store, 16 * MIB);
      long idle = live();
      AtomicLong most = new AtomicLong(idle);
      Thread sampler = new Thread(() -> sample(most), "sampler");
      sampler.setDaemon(true);
      sampler.start();
      pass(store, LENGTH);
      sampler.interrupt();
      sampler.join();
      System.out.println((most.get() - idle) / (double) MIB);
    }
  }

  private static void pass(BlobStore store, long length) throws IOException {
    Blob blob = store.store(new Endless(length));
    try (InputStream in = store.open(blob)) {
      if (in.transferTo(OutputStream.nullOutputStream()) != length) {
        throw new IOException("not all of it came back");
      }
    }
  }

  private static void sample(AtomicLong most) {
    try {
      while (true) {
        Thread.sleep(PERIOD_MILLIS);
        most.accumulateAndGet(live(), Math::max);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Random bytes up to a length. */
  private static final class Endless extends InputStream {
    private final SplittableRandom random = new SplittableRandom(7);
    private long left;

    Endless(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? random.nextInt(256) : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      for (int i = 0; i < count; i += Long.BYTES) {
        long bits = random.nextLong();
        for (int j = i; j < Math.min(count, i + Long.BYTES); j++) {
          into[offset + j] = (byte) bits;
          bits >>>= 8;
        }
      }
      left -= count;
      return count;
    }
  }
}
