/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.sdk;

import java.util.List;
import org.pandagraph.aipm.wire.ModelDescriptor;

/**
 * A model: gives one or several sub-properties, or compares values. Thread-safe. Found by {@link
 * java.util.ServiceLoader} where it is a Java plug-in.
 */
public interface Model extends AutoCloseable {
  /** What it offers; the same list for as long as it lives. */
  List<ModelDescriptor> descriptors();

  /**
   * Extracts a sub-property of each input.
   *
   * @param extractor one of {@link #descriptors()}
   * @return one result for each input, in their order
   */
  default List<ModelResult> extract(ModelDescriptor extractor, List<ModelInput> inputs)
      throws InterruptedException {
    throw new IllegalArgumentException(extractor.name() + " extracts nothing");
  }

  /**
   * Compares the pairs (left[i], right[i]); only asked where the metric is {@code SERVICE}.
   *
   * @return one result for each pair, a Double in [0,1] or null
   */
  default List<ModelResult> compare(
      ModelDescriptor comparator, List<ModelInput> left, List<ModelInput> right)
      throws InterruptedException {
    throw new IllegalArgumentException(comparator.name() + " compares nothing");
  }

  /** Ends its processes and frees its memory. */
  @Override
  default void close() {}
}
