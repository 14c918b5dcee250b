/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failure: twice as long each time, up to a limit that depends on what
 * failed, and between half and all of that, so that many who wait for one server do not come at
 * once. Not thread-safe.
 */
final class BackOff {
  private final double patience;
  private int failures;

  /**
   * @param patience factor of all times
   */
  BackOff(double patience) {
    this.patience = patience;
  }

  Duration next(ConsumerException.Kind kind) {
    long first;
    long limit;
    switch (kind) {
      case BUSY:
        first = 50;
        limit = 5_000;
        break;
      case UNAVAILABLE:
        first = 200;
        limit = 30_000;
        break;
      case MISCONFIGURED:
        first = 1_000;
        limit = 60_000;
        break;
      case LOST:
        first = 200;
        limit = 60_000;
        break;
      default:
        throw new IllegalArgumentException("no waiting time for " + kind);
    }
    double whole = Math.min(limit, first * Math.pow(2, failures++)) * patience;
    double share = 0.5 + ThreadLocalRandom.current().nextDouble() / 2;
    return Duration.ofNanos((long) (whole * share * 1_000_000));
  }

  void succeeded() {
    failures = 0;
  }
}
