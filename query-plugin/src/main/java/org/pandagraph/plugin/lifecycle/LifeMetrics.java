/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counters of one database's blobs since it started. Thread-safe. */
final class LifeMetrics {
  private final LongAdder commits = new LongAdder();
  private final LongAdder contents = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder collections = new LongAdder();
  private final LongAdder discarded = new LongAdder();
  private final LongAdder bytesFreed = new LongAdder();

  void committing(int distinctContents) {
    commits.increment();
    contents.add(distinctContents);
  }

  void refused() {
    refusals.increment();
  }

  void collected(CollectionResult result) {
    collections.increment();
    discarded.add(result.discarded);
    bytesFreed.add(result.bytesFreed);
  }

  /** By name, in an order to show them in. */
  Map<String, Long> values() {
    Map<String, Long> values = new LinkedHashMap<>();
    values.put("commitsWithBlobs", commits.sum());
    values.put("contentsOfCommits", contents.sum());
    values.put("commitsRefused", refusals.sum());
    values.put("collections", collections.sum());
    values.put("discarded", discarded.sum());
    values.put("bytesFreed", bytesFreed.sum());
    return values;
  }
}
