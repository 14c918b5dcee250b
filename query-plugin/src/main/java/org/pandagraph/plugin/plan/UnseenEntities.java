/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import org.pandagraph.costore.EntityKind;

/**
 * The nodes and relationships that commits touched and the store may not show yet, as of a moment.
 * Too many do no harm: each of them is looked at in the graph itself. Immutable.
 */
public interface UnseenEntities {
  /** Whether the store shows this graph as it was at some moment; where not, it has no answer. */
  boolean usable();

  /** Those that the store does not show however long one waits, as it does not take them. */
  UnseenEntities lasting();

  /** Whether it is known which they are; where not, only the graph itself has the answer. */
  boolean known();

  /** How many of a kind there are. */
  int size(EntityKind kind);

  /** Whether a node or relationship is one of them. */
  boolean contains(EntityKind kind, long id);

  /** All of a kind, in no particular order; a copy. */
  long[] ids(EntityKind kind);

  /** All transactions up to this one had committed, or are among these. */
  long committedTransaction();

  /** What was committed by transactions up to this one, the store showed. */
  long visibleTransaction();

  /**
   * Whether something may have been committed after an earlier moment and be shown by now, so that
   * it is neither among those of then nor among these.
   */
  default boolean mayHaveMissedSince(UnseenEntities earlier) {
    return visibleTransaction() > earlier.committedTransaction();
  }

  /** How long the oldest commit among them has been waiting, in milliseconds; 0 for none. */
  long lagMillis();
}
