/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;

/**
 * Calls of a co-store by one thread, which another can put an end to. The caller is interrupted
 * nowhere but in a call: Neo4j's files do not take interrupts well. Thread-safe.
 */
final class StoppableCalls {
  /** For what is running, and for a last checkpoint. */
  private static final long GRACE_MILLIS = 1_000;

  private Thread caller;
  private boolean ended;

  /**
   * Calls.
   *
   * @throws CoStoreException with CLOSED where no call may be made any more, or this one was ended
   */
  <T> T call(Supplier<T> call) {
    enter();
    try {
      return call.get();
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    if (ended) {
      throw new CoStoreException(CoStoreErrorCode.CLOSED, "the database is being stopped");
    }
    caller = Thread.currentThread();
  }

  /** An interrupt that came too late for the call is not to reach what comes after it. */
  @SuppressWarnings("ReturnValueIgnored")
  private synchronized void leave() {
    caller = null;
    if (ended) {
      Thread.interrupted();
    }
  }

  /** After a second, ends the call that is running then, and refuses all others. */
  void endSoon() {
    CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS).execute(this::end);
  }

  private synchronized void end() {
    ended = true;
    if (caller != null) {
      caller.interrupt();
    }
  }
}
