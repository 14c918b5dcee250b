/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pandagraph.servers.BitRot;

/** Answers that are not read as they should, or cannot be given to their end; and many of them. */
class GatewayStreamsTest extends GatewayTestCase {
  @Test
  void aDamagedContentNeverLooksWhole() throws IOException {
    for (int length : new int[] {100, 60_000, 5_000_000}) {
      byte[] bytes = random(length);
      bytes[length / 2] ^= 0x55;
      String damaged = gateway.stored(bytes);
      BitRot.flip(gateway.file(damaged), length - 1);
      HttpResponse<byte[]> answer;
      try {
        answer = gateway.get(HttpGateway.path(damaged));
      } catch (UncheckedIOException cut) {
        continue;
      }
      assertThat(answer.statusCode()).as("%d bytes", length).isEqualTo(500);
      assertThat(HttpGateway.errorCode(answer))
          .isEqualTo("Neo.DatabaseError.General.StorageDamageDetected");
    }
    assertThat(gateway.metric("panda_gateway_aborted_total{reason=\"store\"}")).isPositive();
    assertThat(gateway.open()).isEmpty();
  }

  @Test
  void aClientThatGoesAwayLeavesNothingOpen() throws Exception {
    String big = gateway.stored(random(19_000_000));
    for (String range : List.of("", "Range: bytes=1-\n", "Range: bytes=0-1,5-18000000\n")) {
      try (Socket socket = gateway.begun(big, range)) {
        InputStream in = socket.getInputStream();
        assertThat(in.readNBytes(10_000)).hasSize(10_000);
        assertThat(gateway.open()).hasSize(1);
      }
      Waiting.until(() -> gateway.open().isEmpty());
    }
    Waiting.until(() -> gateway.metric("panda_gateway_sending") == 0);
    assertThat(gateway.metric("panda_gateway_aborted_total{reason=\"client\"}")).isPositive();
  }

  @Test
  void aReaderThatStopsIsCutOff() throws Exception {
    String big = gateway.stored(random(18_000_000));
    try (Socket socket = gateway.begun(big, "")) {
      assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
      assertThat(gateway.open()).hasSize(1);
      Waiting.until(() -> gateway.open().isEmpty());
    }
  }

  @Test
  void manySmallReadsAtOnce() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(64);
    try {
      List<Future<HttpResponse<byte[]>>> answers =
          IntStream.range(0, 10_000)
              .mapToObj(i -> clients.submit(() -> gateway.get(path)))
              .toList();
      for (Future<HttpResponse<byte[]>> answer : answers) {
        assertThat(answer.get().body()).isEqualTo(content);
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(gateway.open()).isEmpty();
  }
}
