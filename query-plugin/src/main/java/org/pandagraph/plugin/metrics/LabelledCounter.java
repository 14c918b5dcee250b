/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A count for each set of label values; whoever counts keeps those few. Thread-safe. */
public final class LabelledCounter {
  private final String name;
  private final String help;
  private final String[] labelNames;
  private final Map<Labels, LongAdder> counts = new ConcurrentHashMap<>();

  /**
   * @param name as Prometheus has it, without {@code _total}
   */
  public LabelledCounter(String name, String help, String... labelNames) {
    this.name = Objects.requireNonNull(name);
    this.help = Objects.requireNonNull(help);
    this.labelNames = labelNames.clone();
  }

  /**
   * Adds to a count.
   *
   * @param labelValues one for each label name
   */
  public void add(long amount, String... labelValues) {
    counts.computeIfAbsent(Labels.of(labelNames, labelValues), l -> new LongAdder()).add(amount);
  }

  /** All counts as they are now. */
  CounterSnapshot snapshot() {
    CounterSnapshot.Builder snapshot = CounterSnapshot.builder().name(name).help(help);
    counts.forEach(
        (labels, count) ->
            snapshot.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(count.sum()).build()));
    return snapshot.build();
  }
}
