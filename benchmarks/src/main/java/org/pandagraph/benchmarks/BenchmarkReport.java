/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a benchmark found, as {@code {"name": ..., "ratios": {...}, "figures": {...}}}. A ratio
 * compares two measurements of one run, so that it means the same on every machine; a figure is a
 * measurement, its key ends in the unit. Not thread-safe.
 */
public final class BenchmarkReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ObjectNode root;

  /** An empty report. */
  public BenchmarkReport(String name) {
    root = JSON.createObjectNode().put("name", Objects.requireNonNull(name));
    root.putObject("ratios");
    root.putObject("figures");
  }

  private BenchmarkReport(ObjectNode root) {
    this.root = root;
  }

  /**
   * The report of this name that the file holds, to add to; an empty one where the file is absent
   * or holds another.
   *
   * @throws IOException where the file holds no JSON
   */
  public static BenchmarkReport readOrNew(Path file, String name) throws IOException {
    if (Files.exists(file) && Files.size(file) > 0) {
      ObjectNode found = JSON.readValue(file.toFile(), ObjectNode.class);
      if (name.equals(found.path("name").asText())) {
        found.withObject("/ratios");
        found.withObject("/figures");
        return new BenchmarkReport(found);
      }
    }
    return new BenchmarkReport(name);
  }

  /** Adds or replaces a ratio. */
  public BenchmarkReport ratio(String key, double value) {
    root.withObject("/ratios").put(key, rounded(value));
    return this;
  }

  /** Adds or replaces a figure; the key ends in its unit, as {@code translate_us}. */
  public BenchmarkReport figure(String key, double value) {
    root.withObject("/figures").put(key, rounded(value));
    return this;
  }

  /** Four significant digits say all that a short run can. */
  private static double rounded(double value) {
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.4g", value));
  }

  /** Writes the report, in the place of what the file held. */
  public void write(Path file) throws IOException {
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    Files.writeString(file, this + "\n");
  }

  /** The report as JSON. */
  @Override
  public String toString() {
    return root.toPrettyString();
  }
}
