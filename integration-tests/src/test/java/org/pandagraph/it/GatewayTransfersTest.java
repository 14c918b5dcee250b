/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A gateway that may send or receive one content at a time. */
@Tag("gateway")
@Timeout(240)
class GatewayTransfersTest {
  @Test
  void whatIsBeyondTheBoundIsTurnedAwayAndTakenLater() throws Exception {
    try (PandaServer server =
        PandaServer.start(
            options -> {
              options.noAipm = true;
              options.settings.put("panda.blob.gateway.max_transfers", "1");
              // Threads for what is turned away, however few processors there are.
              options.settings.put("dbms.threads.worker_count", "8");
            })) {
      HttpGateway gateway = new HttpGateway(server);
      byte[] content = {1, 2, 3};
      String path = HttpGateway.path(gateway.stored(content));
      String big = gateway.stored(new byte[19_000_000]);

      // More than the sockets' buffers take, so it is under way until somebody reads it.
      try (Socket slow = gateway.begun(big, "")) {
        assertThat(slow.getInputStream().readNBytes(1_000)).hasSize(1_000);

        for (HttpResponse<byte[]> answer :
            List.of(
                gateway.get(path),
                gateway.get(path, "Range", "bytes=0-0"),
                gateway.post(new byte[] {4}))) {
          assertThat(answer.statusCode()).isEqualTo(503);
          assertThat(answer.headers().firstValue("Retry-After")).contains("1");
          assertThat(answer.headers().firstValue("ETag")).isEmpty();
          assertThat(HttpGateway.errorCode(answer))
              .isEqualTo("Neo.TransientError.Request.NoThreadsAvailable");
          assertThat(HttpGateway.text(answer)).contains("panda.blob.gateway.max_transfers");
        }
        assertThat(gateway.send("HEAD", path).statusCode()).isEqualTo(200);
        assertThat(gateway.metric("panda_gateway_turned_away_total")).isEqualTo(3);
      }

      Waiting.until(() -> gateway.get(path).statusCode() == 200);
      assertThat(gateway.get(path).body()).isEqualTo(content);
      assertThat(gateway.post(new byte[] {4}).statusCode()).isEqualTo(201);
    }
  }
}
