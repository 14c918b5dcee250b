/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.graphdb.TransientFailureException;
import org.neo4j.graphdb.event.TransactionEventListener;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.exceptions.ConstraintViolationTransactionFailureException;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.kernel.database.NamedDatabaseId;
import org.neo4j.kernel.internal.event.DatabaseTransactionEventListeners;
import org.neo4j.kernel.internal.event.TransactionListenersState;
import org.neo4j.storageengine.api.StorageReader;
import org.neo4j.storageengine.api.txstate.ReadableTransactionState;
import org.pandagraph.plugin.error.CypherPlusError;

/**
 * Neo4j's own listeners of a database, and a {@link CommitHook} behind them. A listener of Neo4j's
 * public interface would do for most, but then Neo4j copies every transaction's changes for it,
 * with the values from before read from disk; and it would not see what listeners after it write.
 */
final class ObservedCommits extends DatabaseTransactionEventListeners {
  /** What the names of the classes begin with that run CALL IN TRANSACTIONS. */
  private static final String INNER_TRANSACTIONS =
      "org.neo4j.cypher.internal.runtime.interpreted.pipes.Transaction";

  private final DatabaseTransactionEventListeners listeners;
  private final CommitHook hook;

  /**
   * Neo4j calls before and after a commit from one thread, one after the other, and hands nothing
   * of ours from the first to the second.
   */
  private final ThreadLocal<Entered> entered = new ThreadLocal<>();

  /** A transaction whose end somebody waits for. */
  private static final class Entered {
    private final KernelTransaction transaction;
    private final CommitHook.Ending ending;

    Entered(KernelTransaction transaction, CommitHook.Ending ending) {
      this.transaction = transaction;
      this.ending = ending;
    }
  }

  ObservedCommits(
      DatabaseTransactionEventListeners listeners, NamedDatabaseId database, CommitHook hook) {
    super(null, null, database);
    this.listeners = listeners;
    this.hook = hook;
  }

  @Override
  public TransactionListenersState beforeCommit(
      ReadableTransactionState state, KernelTransaction transaction, StorageReader storageReader) {
    TransactionListenersState outcome = listeners.beforeCommit(state, transaction, storageReader);
    if (state == null || !state.hasDataChanges() || (outcome != null && outcome.isFailed())) {
      return outcome;
    }
    try {
      CommitHook.Ending ending = hook.beforeCommit(state);
      if (ending != null) {
        entered.set(new Entered(transaction, ending));
      }
    } catch (RuntimeException | Error e) {
      Throwable refusal =
          e instanceof CypherPlusError
              ? refusal((CypherPlusError) e, isWithinStatement(transaction))
              : e;
      if (outcome == null) {
        throw ObservedCommits.<RuntimeException>unchecked(refusal);
      }
      outcome.failed(refusal);
    }
    return outcome;
  }

  /**
   * A failure whose message all of Neo4j's interfaces pass on: of a commit at the end there is but
   * one such, which loses its status where the commit is a part of a statement.
   */
  private static Exception refusal(CypherPlusError error, boolean withinStatement) {
    return withinStatement
        ? new RefusedWithinStatement(error)
        : new ConstraintViolationTransactionFailureException(error.getMessage());
  }

  /**
   * Whether it is a client's statement that commits, and goes on: CALL IN TRANSACTIONS. Nothing of
   * such a transaction says so but who calls; that is looked at only where a commit is refused. The
   * embedded API gives exceptions as they are, and knows that of a commit at the end.
   */
  private static boolean isWithinStatement(KernelTransaction transaction) {
    return transaction.clientInfo() != ClientConnectionInfo.EMBEDDED_CONNECTION
        && StackWalker.getInstance()
            .walk(
                frames ->
                    frames.anyMatch(frame -> frame.getClassName().startsWith(INNER_TRANSACTIONS)));
  }

  /** Neo4j lets exceptions of this kind through a statement as they are, their status included. */
  private static final class RefusedWithinStatement extends TransientFailureException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    RefusedWithinStatement(CypherPlusError error) {
      super(error.getMessage(), error);
      this.status = error.status();
    }

    @Override
    public Status status() {
      return status;
    }
  }

  /** Neo4j's commit declares checked exceptions, but not at the method that is overridden here. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Override
  public void afterCommit(TransactionListenersState outcome) {
    Entered ended = leave();
    if (ended != null) {
      // Neo4j sets the id of a transaction before it calls here.
      ended.ending.committed(ended.transaction.getTransactionId());
    }
    listeners.afterCommit(outcome);
  }

  @Override
  public void afterRollback(TransactionListenersState outcome) {
    Entered ended = leave();
    if (ended != null) {
      ended.ending.rolledBack();
    }
    listeners.afterRollback(outcome);
  }

  private Entered leave() {
    Entered ended = entered.get();
    if (ended != null) {
      entered.remove();
    }
    return ended;
  }

  @Override
  public void registerTransactionEventListener(TransactionEventListener<?> listener) {
    listeners.registerTransactionEventListener(listener);
  }

  @Override
  public void unregisterTransactionEventListener(TransactionEventListener<?> listener) {
    listeners.unregisterTransactionEventListener(listener);
  }

  @Override
  public void shutdown() {
    // Neo4j shuts down the listeners it made itself.
  }
}
