/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.time.Instant;
import java.util.Optional;

/** How a consumer is doing. Immutable. */
public final class FeedStatus {
  /** What the feed is doing. */
  public enum State {
    /** Its checkpoint is being looked at. */
    STARTING,
    /** Follows the log. */
    FOLLOWING,
    /** Reads the whole graph. */
    REBUILDING,
    /** Told to wait. */
    PAUSED,
    /** Waits before it tries again what failed. */
    RETRYING,
    /** The database is not running. */
    STOPPED
  }

  State state;
  String detail;
  long position;
  long visible;
  long lastClosed;
  long lagMillis;
  long unseen;
  boolean known;
  long applied;
  long rejected;
  long rebuilds;
  long failures;
  int parked;
  double entitiesPerSecond;
  String lastError;
  Instant lastErrorAt;

  FeedStatus() {}

  public State state() {
    return state;
  }

  /**
   * For people: how far a rebuild is, when the next try is; empty where there is nothing to say.
   */
  public String detail() {
    return detail;
  }

  /** Id of the last transaction that was applied; 0 where none was. */
  public long position() {
    return position;
  }

  /** Id of the last transaction that reads of the consumer's data see; 0 where none does. */
  public long visible() {
    return visible;
  }

  /** Id of the last transaction that the database has closed, with all before it. */
  public long lastClosed() {
    return lastClosed;
  }

  /** How many transactions are not visible yet. */
  public long lagTransactions() {
    return Math.max(0, lastClosed - visible);
  }

  /** For how long the oldest change has not been visible, ms; parked entities do not count. */
  public long lagMillis() {
    return lagMillis;
  }

  /** How many entities queries look at themselves. */
  public long unseen() {
    return unseen;
  }

  /** Whether queries know them all, and so can use the consumer's data. */
  public boolean known() {
    return known;
  }

  /** How many states were applied since the database started, repeated ones included. */
  public long applied() {
    return applied;
  }

  /** How many states were refused since the database started. */
  public long rejected() {
    return rejected;
  }

  /** How many rebuilds were finished since the database started. */
  public long rebuilds() {
    return rebuilds;
  }

  /** How often something failed since the database started. */
  public long failures() {
    return failures;
  }

  public int parked() {
    return parked;
  }

  /** States applied a second, over about the last ten seconds. */
  public double entitiesPerSecond() {
    return entitiesPerSecond;
  }

  /** Stays after what failed has worked again. */
  public Optional<String> lastError() {
    return Optional.ofNullable(lastError);
  }

  public Optional<Instant> lastErrorAt() {
    return Optional.ofNullable(lastErrorAt);
  }
}
