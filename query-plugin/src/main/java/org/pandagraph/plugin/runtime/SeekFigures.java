/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often seeks were answered by the co-store, and how often by the graph. Thread-safe. */
public final class SeekFigures {
  private final LongAdder pushed = new LongAdder();
  private final LongAdder counted = new LongAdder();
  private final LongAdder failedOver = new LongAdder();
  private final Map<NativeReason, LongAdder> natively = new ConcurrentHashMap<>();

  void pushed() {
    pushed.increment();
  }

  void counted() {
    counted.increment();
  }

  void failedOver() {
    failedOver.increment();
  }

  void natively(NativeReason reason) {
    natively.computeIfAbsent(reason, name -> new LongAdder()).increment();
  }

  /** Seeks whose ids came from the co-store. */
  public long pushedSeeks() {
    return pushed.sum();
  }

  /** Counts that came from the co-store without ids. */
  public long countedSeeks() {
    return counted.sum();
  }

  /** Of those whose ids came from it: where it failed half way and the graph gave the rest. */
  public long failedOverSeeks() {
    return failedOver.sum();
  }

  /** Seeks that the graph answered, by why. */
  public Map<NativeReason, Long> nativeSeeks() {
    Map<NativeReason, Long> seeks = new TreeMap<>();
    natively.forEach((reason, count) -> seeks.put(reason, count.sum()));
    return seeks;
  }
}
