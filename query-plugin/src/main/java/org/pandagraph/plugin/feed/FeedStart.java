/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;
import java.util.Optional;

/** Takes up a consumer's data where its checkpoint says. Used by one thread. */
final class FeedStart {
  private final FeedContext context;

  FeedStart(FeedContext context) {
    this.context = context;
  }

  /**
   * Makes the data usable.
   *
   * @return why it cannot be used; empty where it can
   */
  Optional<String> open(DataInUse data) throws IOException, LogGapException, ConsumerException {
    context.figures.state(FeedStatus.State.STARTING, "");
    if (context.control.isPaused()) {
      context.unseen.setUnknown("the change feed is paused, since before the database started");
    }
    context.check();
    Optional<Checkpoint> found = context.retries.ask(context.consumer::checkpoint);
    if (found.isEmpty()) {
      return Optional.of("there is no checkpoint");
    }
    FeedPosition position = found.get().position();
    Optional<String> reason = context.transactions.whyNotFrom(position);
    if (reason.isPresent()) {
      return reason;
    }
    enterUnseen(position);
    data.take(found.get());
    // What was committed need not have been visible when the database stopped.
    data.makeVisible();
    return Optional.empty();
  }

  /** What was committed before the database started is known from the log alone. */
  private void enterUnseen(FeedPosition from) throws IOException, LogGapException {
    FeedPosition position = from;
    int few = Math.max(1, context.options.mostUnseen() / 10);
    while (true) {
      context.check();
      Optional<LogRange> range = context.transactions.read(position, few);
      if (range.isEmpty()) {
        return;
      }
      if (context.unseen.isFullWith(range.get().touched)) {
        context.unseen.addAllUntil(context.transactions.lastGiven(), range.get().committedAt);
        return;
      }
      position = range.get().end;
      context.unseen.add(range.get().touched, position.transactionId(), range.get().committedAt);
    }
  }
}
