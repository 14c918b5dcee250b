/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;

/**
 * Makes a consumer's data from nothing: reads the whole graph, then what was committed meanwhile,
 * and puts the copy into use. Data that can still be used is kept up to date until then. Used by
 * one thread.
 */
final class RebuildRun {
  private final FeedContext context;
  private final DataInUse data;
  private final Runnable done;
  private final ParkedEntities parked;

  /**
   * @param done told once the copy is in use, before anybody can see that it is
   */
  RebuildRun(FeedContext context, DataInUse data, Runnable done) {
    this.done = done;
    this.context = context;
    this.data = data;
    this.parked = new ParkedEntities(context.options.mostParked());
  }

  /**
   * Runs once.
   *
   * @param reason for people
   */
  void run(String reason) throws IOException, LogGapException, ConsumerException {
    context.log.info("The derived data of `%s` is rebuilt: %s", context.name(), reason);
    context.figures.state(FeedStatus.State.REBUILDING, "");
    if (!data.isUsable()) {
      context.unseen.setUnknown("the derived data is being rebuilt: " + reason);
    }
    Rebuild rebuild = context.retries.ask(context.consumer::startRebuild);
    boolean finished = false;
    try {
      Feeder feeder = context.feeder(rebuild::apply, parked, false);
      LiveCopy copy = context.copy(feeder, context.transactions.end());
      scan(feeder);
      catchUp(copy);
      Checkpoint checkpoint = new Checkpoint(copy.position(), parked.all());
      // What the copy lacks has to be known before anybody reads it.
      park(checkpoint);
      context.retries.run(() -> rebuild.finish(checkpoint));
      finished = true;
      // In this order: who asked meanwhile has got one, too; who asks when it is counted gets
      // another; and who sees the new data sees that it was rebuilt.
      done.run();
      context.figures.rebuilt();
      data.take(checkpoint);
      data.seen();
    } finally {
      if (!finished) {
        rebuild.discard();
        unpark();
      }
    }
    context.log.info(
        "The derived data of `%s` is rebuilt, up to %s", context.name(), data.position());
  }

  private void park(Checkpoint checkpoint) {
    checkpoint.parked().forEach(entity -> context.unseen.park(entity.kind(), entity.id()));
  }

  /** Those that queries do not look at on account of the data in use. */
  private void unpark() {
    parked.all().stream()
        .filter(entity -> !data.parked().isTakenForParked(entity.kind(), entity.id()))
        .forEach(entity -> context.unseen.unpark(entity.kind(), entity.id()));
  }

  private void scan(Feeder feeder) throws IOException, LogGapException, ConsumerException {
    GraphScan scan = new GraphScan(context.database, context.source);
    try (ReadAhead<StateBatch> batches = new ReadAhead<>(scan)) {
      while (batches.hasNext()) {
        context.check();
        context.figures.state(FeedStatus.State.REBUILDING, scan.toString());
        feeder.feed(batches.next());
        if (data.isUsable()) {
          data.step();
        }
      }
    }
  }

  /** To what was there when the scan ended, and to what the data in use shows. */
  private void catchUp(LiveCopy copy) throws IOException, LogGapException, ConsumerException {
    long goal = context.transactions.lastClosed();
    if (data.isUsable()) {
      goal = Math.max(goal, data.position().transactionId());
    }
    while (copy.position().transactionId() < goal && copy.advance()) {
      long left = Math.max(0, goal - copy.position().transactionId());
      context.figures.state(
          FeedStatus.State.REBUILDING, "catching up: " + left + " transactions left");
    }
  }
}
