/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.util.concurrent.atomic.AtomicLong;
import org.pandagraph.plugin.metrics.LabelledCounter;
import org.pandagraph.plugin.metrics.MetricsPage;

/** What the gateway counts. Thread-safe. */
final class GatewayMetrics {
  private final LabelledCounter requests =
      new LabelledCounter(
          "panda_gateway_requests",
          "Requests that were answered, those that Neo4j's login turned away not counted",
          "method",
          "status");
  private final LabelledCounter sent =
      new LabelledCounter("panda_gateway_sent_bytes", "Bytes of contents sent");
  private final LabelledCounter received =
      new LabelledCounter("panda_gateway_received_bytes", "Bytes of contents stored");
  private final LabelledCounter aborted =
      new LabelledCounter(
          "panda_gateway_aborted",
          "Contents not sent to their end: the client went away, or the store failed",
          "reason");
  private final LabelledCounter turnedAway =
      new LabelledCounter(
          "panda_gateway_turned_away",
          "Contents neither sent nor received, since too many were under way");
  private final AtomicLong sending = new AtomicLong();

  void showOn(MetricsPage page) {
    page.add(requests);
    page.add(sent);
    page.add(received);
    page.add(aborted);
    page.add(turnedAway);
    page.gauge("panda_gateway_sending", "Contents being sent", sending::get);
  }

  void answered(String method, int status) {
    requests.add(1, method, Integer.toString(status));
  }

  void begun() {
    sending.incrementAndGet();
  }

  void sent(long bytes) {
    sent.add(bytes);
  }

  void ended() {
    sending.decrementAndGet();
  }

  void clientWentAway() {
    aborted.add(1, "client");
  }

  void storeFailed() {
    aborted.add(1, "store");
  }

  void turnedAway() {
    turnedAway.add(1);
  }

  void received(long bytes) {
    received.add(bytes);
  }
}
