/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.benchmarks.gateway.statics.StaticFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The gateway against a plain file that Jetty serves from the same port, the heap while 1 GiB goes
 * in and out, and blobs against byte arrays as properties. See benchmarks/blobs.md.
 */
@Command(name = "gateway")
public final class GatewayBenchmark implements Callable<Integer> {
  private static final String NAME = "blobs";
  private static final int MIB = 1024 * 1024;
  private static final long GIB = 1024L * MIB;

  /** Until the server has compiled its web framework: before, a request costs twice the time. */
  private static final int WARM_UP_REQUESTS = 4_000;

  @Option(names = "--parts", required = true)
  private Path parts;

  @Option(names = "--work", required = true)
  private Path work;

  @Option(names = "--json")
  private Path json;

  @Option(names = "--rounds", defaultValue = "200")
  private int rounds;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Measures and ends the program. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new GatewayBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    BenchmarkReport report =
        json == null ? new BenchmarkReport(NAME) : BenchmarkReport.readOrNew(json, NAME);
    try (GatewayServer server = GatewayServer.start(parts, work.resolve("gateway"))) {
      reading(server, report, "1mib", MIB, 5 * rounds, WARM_UP_REQUESTS);
      reading(server, report, "10mib", 10 * MIB, rounds, rounds / 5);
      heap(server, report);
      new ByteArrayComparison(server.driver(), report).measure();
    }
    if (json != null) {
      report.write(json);
    }
    System.out.println(report);
    return 0;
  }

  private void reading(
      GatewayServer server, BenchmarkReport report, String size, int length, int times, int warmUp)
      throws Exception {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    String blob = store(server, BodyPublishers.ofByteArray(content));
    Files.write(server.files().resolve(size), content);
    try (HttpReader reader = new HttpReader(server.host(), server.port())) {
      Medians medians =
          Medians.of(
              times,
              warmUp,
              () -> reader.get(blob, length),
              () -> reader.get(StaticFiles.MOUNT + "/" + size, length));
      System.out.printf(
          Locale.ROOT,
          "    %s: gateway %.3f ms, static file %.3f ms, %.2f times its throughput%n",
          size,
          medians.oursMillis(),
          medians.theirsMillis(),
          medians.speed());
      report
          .ratio("gateway_over_static_" + size, medians.speed())
          .figure("gateway_" + size + "_ms", medians.oursMillis())
          .figure("static_" + size + "_ms", medians.theirsMillis());
      if (length == 10 * MIB) {
        report.ratio("gateway_over_static", medians.speed());
      }
    }
  }

  /** The path of a content that has been stored over the gateway. */
  private String store(GatewayServer server, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(server.http() + "/panda/db/neo4j/blob"))
                .POST(body)
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + ": " + answer.body());
    }
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private void heap(GatewayServer server, BenchmarkReport report) throws Exception {
    LiveHeap heap = new LiveHeap(server.pid());
    long idle = heap.bytes();
    String[] blob = new String[1];
    long in =
        heap.mostDuring(
            () -> blob[0] = store(server, BodyPublishers.ofInputStream(() -> new Noise(GIB))));
    long out =
        heap.mostDuring(
            () -> {
              try (HttpReader reader = new HttpReader(server.host(), server.port())) {
                reader.get(blob[0], GIB);
              }
            });
    report
        .figure("heap_above_idle_1gib_in_mib", (in - idle) / (double) MIB)
        .figure("heap_above_idle_1gib_out_mib", (out - idle) / (double) MIB)
        .figure("heap_idle_mib", idle / (double) MIB);
    System.out.printf(
        Locale.ROOT,
        "    heap alive above %d MiB: %.1f MiB while 1 GiB goes in, %.1f MiB while it goes out%n",
        idle / MIB,
        (in - idle) / (double) MIB,
        (out - idle) / (double) MIB);
  }

  /** Bytes that do not repeat soon and cost little to make. */
  private static final class Noise extends InputStream {
    private final byte[] block = new byte[MIB + 7];
    private long left;

    Noise(long length) {
      left = length;
      new Random(length).nextBytes(block);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int from = (int) (left % block.length);
      int count = (int) Math.min(Math.min(length, block.length - from), left);
      System.arraycopy(block, from, into, offset, count);
      left -= count;
      return count;
    }
  }
}
