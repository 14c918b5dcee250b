/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.blobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStore;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;
import org.pandagraph.servers.Folders;
import org.pandagraph.servers.HBaseServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The blob stores against what they are built on, each pair in turns within one run. */
@Command(name = "blobs")
public final class BlobBenchmark implements Callable<Integer> {
  private static final String NAME = "blobs";
  private static final int REGIONS = 4;

  /** What takes milliseconds is measured so many times as often as what takes a second. */
  private static final int LATENCY = 4;

  @Option(names = "--work", required = true)
  private Path work;

  @Option(names = "--json")
  private Path json;

  @Option(names = "--rounds", defaultValue = "15")
  private int rounds;

  @Option(names = "--hbase-heap", defaultValue = "2g")
  private String hbaseHeap;

  /** Measures and ends the program. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BlobBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    BenchmarkReport report =
        json == null ? new BenchmarkReport(NAME) : BenchmarkReport.readOrNew(json, NAME);
    Folders.delete(work);
    Files.createDirectories(work);
    new FileStoreMeasurement(work, new Sides(rounds)).run(report);
    Folders.delete(work);
    try (HBaseServer server = HBaseServer.builder().heap(hbaseHeap).start()) {
      HBaseBlobStoreConfig config =
          HBaseBlobStoreConfig.builder(server.quorum()).regions(REGIONS).build();
      try (BlobStore store = HBaseBlobStore.open(config);
          RawHBase raw = new RawHBase(server.quorum(), REGIONS)) {
        new HBaseStoreMeasurement(
                store, raw, report, new Sides(rounds), new Sides(LATENCY * rounds))
            .run();
      }
      double heap = HeapUse.measure(server.quorum());
      System.out.printf(Locale.ROOT, "    heap above idle, 1 GiB in and out: %.1f MiB%n", heap);
      report.figure("heap_above_idle_mib", heap);
    }
    if (json != null) {
      report.write(json);
    }
    System.out.println(report);
    return 0;
  }
}
