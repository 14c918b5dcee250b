/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * All figures of the plugin as one page in Prometheus' text format. Each part adds its own when it
 * starts; they are read when the page is. Thread-safe.
 */
public final class MetricsPage {
  /** Content type of what is written. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final CopyOnWriteArrayList<LabelledCounter> counters = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Supplier<List<LabelledCounter>>> computed =
      new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Supplier<List<LabelledGauge>>> labelledGauges =
      new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Gauge> gauges = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Family> families = new CopyOnWriteArrayList<>();

  /** Shows a counter. */
  public void add(LabelledCounter counter) {
    counters.add(counter);
  }

  /** Shows counters that are made when the page is read. */
  public void computed(Supplier<List<LabelledCounter>> counters) {
    computed.add(counters);
  }

  /** Shows figures that go up and down, made when the page is read. */
  public void computedGauges(Supplier<List<LabelledGauge>> gauges) {
    labelledGauges.add(gauges);
  }

  /** Shows a figure that goes up and down. */
  public void gauge(String name, String help, LongSupplier value) {
    gauges.add(new Gauge(name, help, value));
  }

  /**
   * Shows counts by name.
   *
   * @param prefix what their names start with here, such as {@code panda_semantic_}
   * @param values names in camel case
   */
  public void counts(String prefix, String help, Supplier<Map<String, Long>> values) {
    families.add(new Family(prefix, help, values));
  }

  /** Writes the page. */
  public void write(OutputStream out) throws IOException {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    counters.forEach(counter -> all.metricSnapshot(counter.snapshot()));
    computed.forEach(some -> some.get().forEach(counter -> all.metricSnapshot(counter.snapshot())));
    labelledGauges.forEach(
        some -> some.get().forEach(gauge -> all.metricSnapshot(gauge.snapshot())));
    gauges.forEach(gauge -> all.metricSnapshot(gauge.snapshot()));
    families.forEach(family -> family.addTo(all));
    PrometheusTextFormatWriter.create().write(out, all.build());
  }

  private static final class Gauge {
    private final String name;
    private final String help;
    private final LongSupplier value;

    Gauge(String name, String help, LongSupplier value) {
      this.name = name;
      this.help = help;
      this.value = value;
    }

    GaugeSnapshot snapshot() {
      return GaugeSnapshot.builder()
          .name(name)
          .help(help)
          .dataPoint(GaugeDataPointSnapshot.builder().value(value.getAsLong()).build())
          .build();
    }
  }

  private static final class Family {
    private final String prefix;
    private final String help;
    private final Supplier<Map<String, Long>> values;

    Family(String prefix, String help, Supplier<Map<String, Long>> values) {
      this.prefix = prefix;
      this.help = help;
      this.values = values;
    }

    void addTo(MetricSnapshots.Builder all) {
      values
          .get()
          .forEach(
              (name, count) ->
                  all.metricSnapshot(
                      CounterSnapshot.builder()
                          .name(prefix + snakeCase(name))
                          .help(help + ": " + name)
                          .dataPoint(CounterDataPointSnapshot.builder().value(count).build())
                          .build()));
    }

    private static String snakeCase(String camelCase) {
      return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
  }
}
