/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.time.Duration;

/** Something that is to happen not too often. Used by one thread. */
final class Due {
  private final long period;
  private long last;

  Due(Duration period) {
    this.period = period.toNanos();
    this.last = System.nanoTime() - this.period;
  }

  /**
   * Whether it is time; it is taken to happen then.
   *
   * @param pace how many times as often as usual
   */
  boolean isDue(double pace) {
    long now = System.nanoTime();
    if (now - last < period / pace) {
      return false;
    }
    last = now;
    return true;
  }
}
