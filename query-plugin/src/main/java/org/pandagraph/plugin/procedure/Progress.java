/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.procedure;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** How far a long run has come, and whether it has to end. Written by one thread, read by any. */
public final class Progress {
  /** Says that a run has to end by throwing. */
  @FunctionalInterface
  public interface Stop {
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
  public Progress(Stop stop, Consumer<String> told) {
    this.stop = stop;
    this.told = told;
  }

  /** Says what is being done; throws where the run has to end. */
  public void at(String what) {
    stop.check();
    text = what;
    told.accept(what);
  }

  /** Throws where the run has to end. */
  public void goOn() {
    stop.check();
  }

  /** When it began. */
  public Instant started() {
    return started;
  }

  /** Since it began. */
  public Duration elapsed() {
    return Duration.between(started, Instant.now());
  }

  @Override
  public String toString() {
    return text;
  }
}
