/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * How far a collection or a check has come, and whether it has to end. Written by one thread, read
 * by any.
 */
final class Progress {
  /** Says that a run has to end by throwing. */
  @FunctionalInterface
  interface Stop {
    void check();
  }

  private final Instant started = Instant.now();
  private final Stop stop;
  private final Consumer<String> told;
  private volatile String text = "starting";

  /**
   * @param stop called again and again; what it throws ends the run
   * @param told gets each text of {@link #at}
   */
  Progress(Stop stop, Consumer<String> told) {
    this.stop = stop;
    this.told = told;
  }

  /** Says what is being done; throws where the run has to end. */
  void at(String what) {
    stop.check();
    text = what;
    told.accept(what);
  }

  /** Throws where the run has to end. */
  void goOn() {
    stop.check();
  }

  Instant started() {
    return started;
  }

  Duration elapsed() {
    return Duration.between(started, Instant.now());
  }

  @Override
  public String toString() {
    return text;
  }
}
