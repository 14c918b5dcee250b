/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import org.pandagraph.aipm.wire.ModelDescriptor;

/** Compares two strings. Thread-safe. */
public interface TextComparator {
  /** How the catalogue describes it. */
  ModelDescriptor descriptor();

  /** Similarity in [0,1]; 1 for equal strings. */
  double similarity(String x, String y);
}
