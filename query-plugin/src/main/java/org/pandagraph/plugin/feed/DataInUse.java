/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;
import java.util.List;

/**
 * The data that queries read: is brought forward, made visible and committed, each as often as the
 * options say. Used by the worker's thread, but for the parked entities.
 */
final class DataInUse {
  /** How many times as often as usual the data is made visible. */
  private static final double WHILE_FILLING = 4;

  private static final double WHILE_OVERFLOWING = 0.1;

  private final FeedContext context;
  private final ParkedEntities parked;
  private final Due visibility;
  private final Due commit;

  /** Null while the data is of no use. */
  private LiveCopy live;

  private FeedPosition committed;
  private long visible;

  DataInUse(FeedContext context) {
    this.context = context;
    this.parked = new ParkedEntities(context.options.mostParked());
    this.visibility = new Due(context.options.visibleEvery());
    this.commit = new Due(context.options.commitEvery());
  }

  boolean isUsable() {
    return live != null;
  }

  /** The data is of no use any more. */
  void abandon() {
    live = null;
  }

  ParkedEntities parked() {
    return parked;
  }

  /** Of the last transaction that is applied; only where it is usable. */
  FeedPosition position() {
    return live.position();
  }

  /**
   * The data is as a checkpoint says, and can be used. What was committed since is in the set of
   * unseen changes already.
   */
  void take(Checkpoint checkpoint) {
    parked.replaceWith(checkpoint.parked());
    checkpoint.parked().forEach(entity -> context.unseen.park(entity.kind(), entity.id()));
    committed = checkpoint.position();
    Feeder feeder = context.feeder(context.consumer::apply, parked, true);
    live = context.copy(feeder, checkpoint.position());
    context.figures.position(checkpoint.position().transactionId());
  }

  /**
   * Brings some transactions to the data, and does what is due.
   *
   * @return whether there were any transactions
   */
  boolean step() throws IOException, LogGapException, ConsumerException {
    boolean advanced = live.advance();
    if (context.control.takeRetry()) {
      live.apply(touched(parked.all()));
    }
    context.figures.position(live.position().transactionId());
    if (isVisibilityWanted() && isVisibilityDue(advanced)) {
      makeVisible();
    }
    if (!live.position().equals(committed) && commit.isDue(1)) {
      context.retries.run(this::commit);
    }
    return advanced;
  }

  private static TouchedEntities touched(List<ParkedEntity> entities) {
    TouchedEntities touched = new TouchedEntities();
    entities.forEach(entity -> touched.add(entity.kind(), entity.id()));
    return touched;
  }

  /** Whether all that was applied is visible and committed. */
  boolean isSettled() {
    return !isVisibilityWanted() && live.position().equals(committed);
  }

  private boolean isVisibilityWanted() {
    return parked.hasReleased() || live.position().transactionId() > visible;
  }

  /**
   * Soon where room has to be made among the unseen changes. Where there are more than are known
   * one by one, strong reads can use the data only when it shows all of them: until it has come
   * that far, showing some of them is put off, since it costs much of the time that it takes.
   */
  private boolean isVisibilityDue(boolean advanced) {
    if (context.unseen.isOverflowing()) {
      return !advanced || visibility.isDue(WHILE_OVERFLOWING);
    }
    return visibility.isDue(context.unseen.isFilling() ? WHILE_FILLING : 1);
  }

  void makeVisible() throws ConsumerException {
    context.retries.run(context.consumer::makeVisible);
    seen();
  }

  /** What was applied is visible; what was not is in the set of unseen changes. */
  void seen() {
    visible = live.position().transactionId();
    parked.takeReleased().forEach(entity -> context.unseen.unpark(entity.kind(), entity.id()));
    context.unseen.visibleUpTo(visible);
    context.unseen.setKnown();
    context.figures.visible(visible);
  }

  /** Tries once. */
  void commit() throws ConsumerException {
    FeedPosition position = live.position();
    context.consumer.commit(new Checkpoint(position, parked.all()));
    committed = position;
  }
}
