/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.Log;

/** What the parts of one worker share. */
final class FeedContext {
  final ChangeConsumer consumer;
  final FeedOptions options;
  final GraphDatabaseAPI database;
  final TransactionLog transactions;
  final Log log;
  final FeedControl control = new FeedControl();
  final FeedFigures figures = new FeedFigures();
  final UnseenSet unseen;
  final Retries retries;
  final StateSource source;

  FeedContext(
      ChangeConsumerFactory.Registration registration,
      GraphDatabaseAPI database,
      TransactionLog transactions,
      Log log) {
    this.consumer = registration.consumer();
    this.options = registration.options();
    this.database = database;
    this.transactions = transactions;
    this.log = log;
    this.unseen = new UnseenSet(options.mostUnseen(), System::currentTimeMillis);
    this.retries =
        new Retries(name(), control, figures, unseen, new BackOff(options.patience()), log);
    this.source = new StateSource(database, transactions, options);
  }

  String name() {
    return consumer.name();
  }

  /** Waits while the feed is paused; throws where it has to end. */
  void check() {
    control.check(() -> figures.state(FeedStatus.State.PAUSED, ""));
  }

  /**
   * Where batches go.
   *
   * @param parked of that copy of the data
   * @param inUse whether queries read that copy, and so have to know what it lacks
   */
  Feeder feeder(Feeder.Target target, ParkedEntities parked, boolean inUse) {
    return new Feeder(target, parked, rejection -> parked(rejection, inUse), retries, figures);
  }

  private void parked(Rejection rejection, boolean inUse) {
    EntityState state = rejection.state();
    if (inUse) {
      unseen.park(state.kind(), state.id());
    }
    figures.failed(state.kind() + " " + state.id() + " is parked: " + rejection.reason());
    log.warn(
        "The change feed of `%s` parks %s %s: %s",
        name(), state.kind(), state.id(), rejection.reason());
  }

  /** A copy of the data that has come to a position. */
  LiveCopy copy(Feeder feeder, FeedPosition position) {
    return new LiveCopy(transactions, source, feeder, options, position, this::check);
  }
}
