/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A figure that goes up and down, for each set of label values. Thread-safe. */
public final class LabelledGauge {
  private final String name;
  private final String help;
  private final String[] labelNames;
  private final Map<Labels, Long> values = new ConcurrentHashMap<>();

  /**
   * @param name as Prometheus has it
   */
  public LabelledGauge(String name, String help, String... labelNames) {
    this.name = Objects.requireNonNull(name);
    this.help = Objects.requireNonNull(help);
    this.labelNames = labelNames.clone();
  }

  /**
   * Says what it is now.
   *
   * @param labelValues one for each label name
   */
  public void set(long value, String... labelValues) {
    values.put(Labels.of(labelNames, labelValues), value);
  }

  /** All values as they are now. */
  GaugeSnapshot snapshot() {
    GaugeSnapshot.Builder snapshot = GaugeSnapshot.builder().name(name).help(help);
    values.forEach(
        (labels, value) ->
            snapshot.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
    return snapshot.build();
  }
}
