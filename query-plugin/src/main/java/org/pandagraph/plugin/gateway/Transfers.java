/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.util.concurrent.Semaphore;
import org.neo4j.kernel.api.exceptions.Status;

/**
 * Bounds how many contents are sent and received at a time: what is beyond is turned away at once,
 * rather than left waiting on a thread that Neo4j's other requests need. Thread-safe.
 */
final class Transfers {
  /** Long enough for a small content to be through. */
  private static final String RETRY_AFTER_SECONDS = "1";

  private final int most;
  private final Semaphore free;
  private final GatewayMetrics metrics;

  /**
   * @param most transfers at a time, at least 1
   */
  Transfers(int most, GatewayMetrics metrics) {
    this.most = most;
    this.free = new Semaphore(most);
    this.metrics = metrics;
  }

  /** One that is under way until it is closed, once. */
  interface Transfer extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Begins one.
   *
   * @throws GatewayError 503 where as many as may be are under way
   */
  Transfer begin() {
    if (!free.tryAcquire()) {
      metrics.turnedAway();
      throw new GatewayError(
              503,
              Status.Request.NoThreadsAvailable,
              "As many contents are being sent and received as may be at a time, "
                  + most
                  + " (panda.blob.gateway.max_transfers). Try again.")
          .with("Retry-After", RETRY_AFTER_SECONDS)
          .with("Connection", "close");
    }
    return free::release;
  }
}
