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
   * @return is told how it ended; null where nobody has to be
   */
  Ending beforeCommit(ReadableTransactionState state);

  /** How a transaction can end. Called by the committing thread. */
  interface Ending {
    /**
     * It is committed, and readers see it.
     *
     * @param transactionId 0 where it had nothing to write
     */
    void committed(long transactionId);

    /** It failed, as a rule before it was in the log. */
    void rolledBack();

    /** Null for null. */
    static Ending either(Runnable ended) {
      return ended == null
          ? null
          : new Ending() {
            @Override
            public void committed(long transactionId) {
              ended.run();
            }

            @Override
            public void rolledBack() {
              ended.run();
            }
          };
    }
  }
}
