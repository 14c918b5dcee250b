/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** What the service counts, for Prometheus. Thread-safe. */
public final class ServiceMetrics {
  /** Content type of {@link #scrape()}. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("panda_aipm_requests_total")
          .help("HTTP requests by route and status")
          .labelNames("route", "status")
          .register(registry);
  private final Histogram requestSeconds =
      Histogram.builder()
          .name("panda_aipm_request_seconds")
          .help("Time to answer, by route")
          .labelNames("route")
          .classicOnly()
          .register(registry);
  private final Counter values =
      Counter.builder()
          .name("panda_aipm_model_values_total")
          .help("Values a model was asked about")
          .labelNames("model")
          .register(registry);
  private final Counter modelSeconds =
      Counter.builder()
          .name("panda_aipm_model_seconds_total")
          .help("Time spent in a model")
          .labelNames("model")
          .register(registry);
  private final Counter faults =
      Counter.builder()
          .name("panda_aipm_model_faults_total")
          .help("Values a model had no result for")
          .labelNames("model", "fault")
          .register(registry);
  private final Counter cached =
      Counter.builder()
          .name("panda_aipm_results_cached_total")
          .help("Results that no model was asked for")
          .register(registry);

  /** Counts from zero; includes the JVM's own figures. */
  public ServiceMetrics() {
    JvmMetrics.builder().register(registry);
  }

  /** A request was answered. */
  public void request(String route, int status, double seconds) {
    requests.labelValues(route, String.valueOf(status)).inc();
    requestSeconds.labelValues(route).observe(seconds);
  }

  /** A model answered. */
  public void modelTook(String model, int count, double seconds) {
    values.labelValues(model).inc(count);
    modelSeconds.labelValues(model).inc(seconds);
  }

  /** A model had no result for a value. */
  public void modelFault(String model, String fault) {
    faults.labelValues(model, fault).inc();
  }

  /** A result was there already. */
  public void resultCached() {
    cached.inc();
  }

  /** Adds figures that are read when asked for, one for each value of a label. */
  public void gauge(String name, String help, String label, Map<String, DoubleSupplier> readers) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(callback -> readers.forEach((v, read) -> callback.call(read.getAsDouble(), v)))
        .register(registry);
  }

  /** All figures in Prometheus' text format. */
  public byte[] scrape() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(out, registry.scrape());
    return out.toByteArray();
  }
}
