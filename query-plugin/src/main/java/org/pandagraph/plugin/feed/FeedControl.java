/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What other threads want of a worker, and where it waits. Thread-safe. */
final class FeedControl {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean stopped;
  private boolean paused;
  private boolean rebuild;
  private boolean retry;

  /** Whether the worker sleeps for want of commits. */
  private volatile boolean idle;

  /** The database is stopping. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("the database is being stopped", null, false, false);
    }
  }

  void stop() {
    change(() -> stopped = true);
  }

  void pause() {
    change(() -> paused = true);
  }

  void resume() {
    change(() -> paused = false);
  }

  void askForRebuild() {
    change(() -> rebuild = true);
  }

  void askForRetry() {
    change(() -> retry = true);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      idle = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A transaction was committed; called by each commit, and so costs next to nothing. */
  void committed() {
    if (idle) {
      change(() -> {});
    }
  }

  /**
   * Throws where the worker has to end, and waits while it is told to pause.
   *
   * @param pausing is run before it waits
   */
  void check(Runnable pausing) {
    lock.lock();
    try {
      if (paused && !stopped) {
        pausing.run();
      }
      while (paused && !stopped) {
        changed.awaitUninterruptibly();
      }
      requireRunning();
    } finally {
      lock.unlock();
    }
  }

  boolean isPaused() {
    lock.lock();
    try {
      return paused;
    } finally {
      lock.unlock();
    }
  }

  /** Waits, until told anything. */
  void sleep(Duration time) {
    await(time, false);
  }

  /** Waits, until a transaction is committed or told anything. */
  void awaitCommit(Duration time) {
    await(time, true);
  }

  /** A wake-up for nothing does no harm: whoever waits here looks again whether there is work. */
  @SuppressWarnings("WaitNotInLoop")
  private void await(Duration time, boolean forCommit) {
    lock.lock();
    try {
      requireRunning();
      idle = forCommit;
      if (!changed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        idle = false;
      }
      requireRunning();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    } finally {
      lock.unlock();
    }
  }

  private void requireRunning() {
    if (stopped) {
      throw new Stopped();
    }
  }

  /** Whether a rebuild was asked for since the last call. */
  boolean takeRebuild() {
    lock.lock();
    try {
      boolean asked = rebuild;
      rebuild = false;
      return asked;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a retry of the parked entities was asked for since the last call. */
  boolean takeRetry() {
    lock.lock();
    try {
      boolean asked = retry;
      retry = false;
      return asked;
    } finally {
      lock.unlock();
    }
  }

  /** Whether something was asked for that no commit has to be awaited for. */
  boolean isAsked() {
    lock.lock();
    try {
      return rebuild || retry;
    } finally {
      lock.unlock();
    }
  }
}
