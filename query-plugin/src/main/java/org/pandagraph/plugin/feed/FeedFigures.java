/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.time.Instant;

/** What a worker tells of itself. Thread-safe. */
final class FeedFigures {
  /** Weight of the latest second in the moving mean of the speed. */
  private static final double WEIGHT = 0.2;

  private FeedStatus.State state = FeedStatus.State.STOPPED;
  private String detail = "";
  private long position;
  private long visible;
  private long applied;
  private long rejected;
  private long rebuilds;
  private long failures;
  private String lastError;
  private Instant lastErrorAt;
  private double speed;
  private long inThisSecond;
  private long secondStarted = System.nanoTime();

  synchronized void state(FeedStatus.State now, String what) {
    state = now;
    detail = what;
  }

  synchronized FeedStatus.State state() {
    return state;
  }

  synchronized void position(long transaction) {
    position = transaction;
  }

  synchronized void visible(long transaction) {
    visible = transaction;
    notifyAll();
  }

  synchronized void applied(int states, int refused) {
    applied += states;
    rejected += refused;
    roll();
    inThisSecond += states;
  }

  synchronized void rebuilt() {
    rebuilds++;
  }

  synchronized void failed(String error) {
    failures++;
    lastError = error;
    lastErrorAt = Instant.now();
  }

  private void roll() {
    double seconds = (System.nanoTime() - secondStarted) / 1e9;
    if (seconds >= 1) {
      double decay = Math.pow(1 - WEIGHT, seconds);
      speed = speed * decay + inThisSecond / seconds * (1 - decay);
      inThisSecond = 0;
      secondStarted = System.nanoTime();
    }
  }

  /** Waits until a transaction is visible, or the time, ms, is over. */
  synchronized boolean awaitVisible(long transaction, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (visible < transaction) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** All but what others know. */
  synchronized FeedStatus status() {
    roll();
    FeedStatus status = new FeedStatus();
    status.state = state;
    status.detail = detail;
    status.position = position;
    status.visible = visible;
    status.applied = applied;
    status.rejected = rejected;
    status.rebuilds = rebuilds;
    status.failures = failures;
    status.lastError = lastError;
    status.lastErrorAt = lastErrorAt;
    status.entitiesPerSecond = speed;
    return status;
  }
}
