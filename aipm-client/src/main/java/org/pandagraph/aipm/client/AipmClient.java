/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.util.List;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.ModelDescriptor;

/**
 * The AIPM service as its callers see it. Thread-safe.
 *
 * <p>Every call throws {@link AipmException} where the service is down, too slow, refuses the
 * caller or answers what it must not; a fault of one item of a batch is that item's {@link
 * Outcome}, not an exception.
 */
public interface AipmClient extends AutoCloseable {
  /** The service's models; asked for at most once in a configured time, then cached. */
  Catalogue catalogue();

  /**
   * Extracts one sub-property of each content, in one or a few requests.
   *
   * @return one outcome for each content, in their order; its value as Jackson gives JSON to {@code
   *     Object}: null, String, Integer, Long, Double, Boolean, List or Map
   */
  List<Outcome<Object>> extract(ModelDescriptor extractor, List<Content> contents);

  /**
   * Compares the pairs (left[i], right[i]) by a comparator of {@code Metric.SERVICE}. A side is a
   * {@link Content}, or a String, Number or Boolean.
   */
  List<Outcome<Double>> compare(ModelDescriptor comparator, List<?> left, List<?> right);

  @Override
  void close();
}
