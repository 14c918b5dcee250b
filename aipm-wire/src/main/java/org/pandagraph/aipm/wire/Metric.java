/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

/** How a comparator gets a similarity in [0,1] out of two features. */
public enum Metric {
  /**
   * Euclidean distance d of two vectors, mapped to {@code 1 / (1 + (d / h)^2)}, where h is the
   * model's {@link ModelDescriptor#distanceAtHalf()}: 1 at distance 0, exactly 0.5 at h, strictly
   * falling.
   */
  EUCLIDEAN,
  /** Cosine of two vectors, negative ones taken as 0. */
  COSINE,
  /** 1 where the string on one side, a regular expression, matches the whole of the other. */
  REGEX,
  /** 1 where the features are equal, else 0. */
  EQUALITY,
  /** The service compares; there is no feature to compare here. */
  SERVICE
}
