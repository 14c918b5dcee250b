/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

/** What a model does. */
public enum ModelKind {
  /** Takes one value and gives a sub-property of it. */
  EXTRACTOR,
  /** Takes two values and gives their similarity. */
  COMPARATOR
}
