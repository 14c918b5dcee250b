/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import org.pandagraph.costore.CoStore;

/** What queries of one database need of its co-store. Thread-safe; every method is cheap. */
public interface CoStoreAccess {
  /**
   * The store; null where there is none to ask now, as while the database starts and stops. Whether
   * its answers count is for {@link #unseen} to say.
   */
  CoStore store();

  /** Which entities the store may not show as they are committed now. */
  UnseenEntities unseen();

  /** How up to date answers are where the transaction does not say. */
  Consistency consistency();

  /** Whether predicates are pushed at all where the transaction does not say. */
  boolean pushdown();
}
