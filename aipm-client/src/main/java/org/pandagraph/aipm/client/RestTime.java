/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets calls fail at once for a while after the service could not be reached. Thread-safe; a call
 * that comes after the rest is over tries again, whatever others do.
 */
final class RestTime {
  private static final class Rest {
    final AipmException failure;
    final long endNanos;

    Rest(AipmException failure, long endNanos) {
      this.failure = failure;
      this.endNanos = endNanos;
    }
  }

  private final long nanos;
  private final AtomicReference<Rest> rest = new AtomicReference<>();

  RestTime(Duration duration) {
    this.nanos = duration.toNanos();
  }

  /**
   * @throws AipmException the failure that began the rest, while it lasts
   */
  void check() {
    Rest current = rest.get();
    if (current != null && System.nanoTime() - current.endNanos < 0) {
      throw new AipmException(
          current.failure.code(), current.failure.getMessage(), current.failure);
    }
  }

  void failed(AipmException failure) {
    rest.set(new Rest(failure, System.nanoTime() + nanos));
  }

  void succeeded() {
    rest.set(null);
  }
}
