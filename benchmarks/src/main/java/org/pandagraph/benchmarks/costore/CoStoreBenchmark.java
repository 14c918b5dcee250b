/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.benchmarks.servers.SharedJvm;
import org.pandagraph.servers.ElasticsearchServer;
import org.pandagraph.servers.Folders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Filters pushed down to the co-store against Neo4j alone, without indexes and with them: three
 * servers with the same graph in one JVM, asked over Bolt in turns, and what the co-store costs
 * those who write. {@code costore.md} says how to read it.
 */
@Command(name = "costore")
public final class CoStoreBenchmark implements Callable<Integer> {
  private static final String NAME = "costore";

  @Option(names = "--parts", required = true)
  private Path parts;

  @Option(names = "--work", required = true)
  private Path work;

  @Option(names = "--json")
  private Path json;

  @Option(names = "--nodes", defaultValue = "1000000")
  private int nodes;

  @Option(names = "--relationships", defaultValue = "5000000")
  private int relationships;

  @Option(names = "--seed", defaultValue = "42")
  private long seed;

  @Option(names = "--rounds", defaultValue = "25")
  private int rounds;

  @Option(names = "--writes", defaultValue = "2000")
  private int writes;

  /** Measures and ends the program. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new CoStoreBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Folders.delete(work);
    Files.createDirectories(work);
    BenchmarkReport report =
        json == null ? new BenchmarkReport(NAME) : BenchmarkReport.readOrNew(json, NAME);
    AcademicHomes homes = new AcademicHomes(parts, work);
    homes.write(nodes, relationships, seed);
    try (ElasticsearchServer elasticsearch = ElasticsearchServer.builder().heap("1g").start();
        SharedJvm servers = homes.start(elasticsearch.url())) {
      Preparation preparation = new Preparation(servers);
      preparation.fill(report);
      QueryTimes.start(servers, List.of(Side.values()), AcademicQuery.Q3);
      compare(servers, Side.PLAIN, report);
      preparation.index(Side.INDEXED);
      preparation.index(Side.PANDA);
      compare(servers, Side.INDEXED, report);
      new WriteCosts(servers, writes).run(report);
      new CatchUp(servers, elasticsearch.url()).run(report);
    }
    if (json != null) {
      report.write(json);
    }
    System.out.println(report);
    return 0;
  }

  private void compare(SharedJvm servers, Side other, BenchmarkReport report) {
    QueryTimes times = new QueryTimes(servers, List.of(other, Side.PANDA), rounds);
    for (AcademicQuery query : AcademicQuery.values()) {
      Map<Side, Double> millis = times.medians(query);
      double ours = millis.get(Side.PANDA);
      double theirs = millis.get(other);
      String keys = query.key() + "_" + other.key();
      report
          .ratio(keys + "_over_panda", theirs / ours)
          .figure(keys + "_ms", theirs)
          .figure(keys + "_panda_ms", ours);
      System.out.printf(
          Locale.ROOT, "    %s: %s %.1f ms, panda %.1f ms%n", query, other.key(), theirs, ours);
    }
  }
}
