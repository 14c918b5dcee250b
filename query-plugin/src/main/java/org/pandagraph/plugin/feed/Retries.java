/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.neo4j.logging.Log;

/** Tries again, after a while, what a consumer could not do. Used by one thread. */
final class Retries {
  /** What is tried. */
  @FunctionalInterface
  interface Attempt {
    void run() throws ConsumerException;
  }

  /** What is asked. */
  @FunctionalInterface
  interface Question<T> {
    T ask() throws ConsumerException;
  }

  private final String name;
  private final FeedControl control;
  private final FeedFigures figures;
  private final UnseenSet unseen;
  private final BackOff backOff;
  private final Log log;
  private int failures;
  private String blamed;

  Retries(
      String name,
      FeedControl control,
      FeedFigures figures,
      UnseenSet unseen,
      BackOff backOff,
      Log log) {
    this.name = name;
    this.control = control;
    this.figures = figures;
    this.unseen = unseen;
    this.backOff = backOff;
    this.log = log;
  }

  /**
   * Runs until it does not fail.
   *
   * @throws ConsumerException where a rebuild is needed
   * @throws FeedControl.Stopped where the database stops meanwhile
   */
  void run(Attempt attempt) throws ConsumerException {
    ask(
        () -> {
          attempt.run();
          return null;
        });
  }

  /** As {@link #run}. */
  <T> T ask(Question<T> question) throws ConsumerException {
    while (true) {
      try {
        T answer = question.ask();
        succeeded();
        return answer;
      } catch (ConsumerException e) {
        if (e.kind() == ConsumerException.Kind.LOST) {
          throw e;
        }
        wait(e.kind(), e);
      }
    }
  }

  /** How often in a row something has failed. */
  int failures() {
    return failures;
  }

  /** Notes a failure, and waits as long as it deserves. */
  void wait(ConsumerException.Kind kind, Exception failure) {
    String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    if (failures++ == 0 || !text.equals(blamed)) {
      log.warn("The change feed of `%s` waits and tries again: %s", name, text);
    }
    blamed = text;
    figures.failed(text);
    FeedStatus.State before = figures.state();
    String detail = figures.status().detail();
    Duration time = backOff.next(kind);
    figures.state(
        FeedStatus.State.RETRYING,
        "next try at " + Instant.now().plus(time).truncatedTo(ChronoUnit.MILLIS));
    if (kind != ConsumerException.Kind.BUSY) {
      unseen.setDown(name + ": " + text);
    }
    control.sleep(time);
    control.check(() -> figures.state(FeedStatus.State.PAUSED, ""));
    figures.state(before, detail);
  }

  void succeeded() {
    if (failures > 0) {
      log.info("The change feed of `%s` goes on", name);
      failures = 0;
      backOff.succeeded();
      unseen.setDown("");
    }
  }
}
