/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Counters of the semantic engine since the plugin started. Thread-safe. */
public final class SemanticMetrics {
  private final LongAdder comparisons = new LongAdder();
  private final LongAdder subProperties = new LongAdder();
  private final LongAdder literals = new LongAdder();
  private final LongAdder cacheHits = new LongAdder();
  private final LongAdder cacheMisses = new LongAdder();
  private final LongAdder aipmCalls = new LongAdder();
  private final LongAdder aipmItems = new LongAdder();
  private final LongAdder aipmFailures = new LongAdder();
  private final LongAdder aipmNanos = new LongAdder();

  void comparison() {
    comparisons.increment();
  }

  void subProperty() {
    subProperties.increment();
  }

  /** A literal's content was read; not counted where it was at hand from earlier in the query. */
  public void literal() {
    literals.increment();
  }

  void cached(long hits, long misses) {
    cacheHits.add(hits);
    cacheMisses.add(misses);
  }

  /** Times one request to the AIPM service for some items. */
  <T> T aipmCall(int items, Supplier<T> call) {
    long start = System.nanoTime();
    aipmCalls.increment();
    aipmItems.add(items);
    boolean answered = false;
    try {
      T answer = call.get();
      answered = true;
      return answer;
    } finally {
      if (!answered) {
        aipmFailures.increment();
      }
      aipmNanos.add(System.nanoTime() - start);
    }
  }

  /** All counters by name: counts, and {@code aipmMillis} spent waiting for the service. */
  public Map<String, Long> values() {
    Map<String, Long> values = new LinkedHashMap<>();
    values.put("comparisons", comparisons.sum());
    values.put("subProperties", subProperties.sum());
    values.put("literals", literals.sum());
    values.put("cacheHits", cacheHits.sum());
    values.put("cacheMisses", cacheMisses.sum());
    values.put("aipmCalls", aipmCalls.sum());
    values.put("aipmItems", aipmItems.sum());
    values.put("aipmFailures", aipmFailures.sum());
    values.put("aipmMillis", aipmNanos.sum() / 1_000_000);
    return values;
  }
}
