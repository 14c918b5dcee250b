/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the seeks of one execution did, by the ids of their operators. Thread-safe. */
final class SeekCounts {
  private final Map<Integer, Count> byOperator = new TreeMap<>();

  synchronized void asked(int operator, int requests, long nanos) {
    Count count = count(operator);
    count.requests += requests;
    count.nanos += nanos;
  }

  /** The graph answered, and why. */
  synchronized void natively(int operator, String reason) {
    count(operator).reasons.add(reason);
  }

  private Count count(int operator) {
    return byOperator.computeIfAbsent(operator, id -> new Count());
  }

  /** Whether Neo4j's own pipes were used for an operator. */
  synchronized boolean usedNative(int operator) {
    Count count = byOperator.get(operator);
    return count != null && !count.reasons.isEmpty();
  }

  /** What to say of an operator, in order. */
  synchronized Map<String, String> said(int operator) {
    Map<String, String> said = new LinkedHashMap<>();
    Count count = byOperator.get(operator);
    if (count != null) {
      said.put("requests", Integer.toString(count.requests));
      said.put("ms", String.format(java.util.Locale.ROOT, "%.1f", count.nanos / 1e6));
      if (!count.reasons.isEmpty()) {
        said.put("native", String.join("; ", count.reasons));
      }
    }
    return said;
  }

  private static final class Count {
    private int requests;
    private long nanos;
    private final Set<String> reasons = new LinkedHashSet<>();
  }
}
