/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.storageengine.api.txstate.ReadableTransactionState;

/** Sees what each transaction of a database is about to commit. Thread-safe. */
@FunctionalInterface
public interface CommitHook {
  /**
   * Called by the committing thread, after all listeners of other plugins, so that what they wrote
   * is seen, too; not for transactions that change no data. What it throws rolls back the
   * transaction.
   *
   * @return what to run once the transaction is committed or rolled back; null for nothing
   */
  Runnable beforeCommit(ReadableTransactionState state);
}
