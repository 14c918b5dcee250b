/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.time.Duration;
import java.util.List;

/** The feed of one consumer, for procedures, metrics and queries. Thread-safe. */
public interface ConsumerFeed {
  /** The consumer's. */
  String name();

  FeedStatus status();

  UnseenChanges unseen();

  /**
   * Ends to feed after the running batch, until {@link #resume()}, also over restarts.
   *
   * @throws java.io.UncheckedIOException where that cannot be noted down: nothing is paused then
   */
  void pause();

  /**
   * Ends a pause.
   *
   * @throws java.io.UncheckedIOException where it cannot be ended for good: it goes on then
   */
  void resume();

  /**
   * Asks for a rebuild, which begins soon; asking again while one is waiting or running changes
   * nothing.
   */
  void rebuild();

  /** At most {@link FeedOptions#mostParked()}. */
  List<ParkedEntity> parked();

  /** Asks to read and hand over again all parked entities, soon. */
  void retryParked();

  /**
   * Waits until a transaction can be seen in the consumer's data.
   *
   * @return whether it can; false where the time is over before
   */
  boolean awaitVisible(long transactionId, Duration atMost) throws InterruptedException;
}
