/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.Objects;
import org.pandagraph.aipm.wire.ModelDescriptor;

/**
 * The comparator for a pair of values, and whether it takes them the other way round. Immutable.
 */
final class Choice {
  private final ModelDescriptor comparator;
  private final boolean swapped;

  Choice(ModelDescriptor comparator, boolean swapped) {
    this.comparator = Objects.requireNonNull(comparator);
    this.swapped = swapped;
  }

  ModelDescriptor comparator() {
    return comparator;
  }

  /** Whether the comparator's left domain is that of the right operand. */
  boolean swapped() {
    return swapped;
  }
}
