/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.Log;

/**
 * Feeds one consumer, in a thread of its own: takes up its data, rebuilds it where it is of no use,
 * then follows the log.
 */
final class FeedWorker implements Runnable, ConsumerFeed {
  /** How long to wait for a commit before anything else that may be due is looked at. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** How often to look for commits while there are some. */
  private static final Duration POLL = Duration.ofMillis(10);

  private final FeedContext context;
  private final DataInUse data;
  private final KeptMark keptPause;
  private final KeptMark keptRebuild;
  private volatile Thread thread;

  /** Why the data has to be rebuilt; null where it has not. */
  private String rebuildReason;

  FeedWorker(
      ChangeConsumerFactory.Registration registration,
      GraphDatabaseAPI database,
      TransactionLog transactions,
      Log log) {
    this.context = new FeedContext(registration, database, transactions, log);
    this.data = new DataInUse(context);
    this.keptPause = KeptMark.paused(database, name());
    this.keptRebuild = KeptMark.rebuild(database, name());
    if (keptPause.isSet()) {
      context.control.pause();
    }
    if (keptRebuild.isSet()) {
      // Nobody asks for it whose data can be relied on.
      abandon("it was asked for before the database started");
    }
  }

  UnseenSet unseenSet() {
    return context.unseen;
  }

  void committed() {
    context.control.committed();
  }

  void start() {
    Thread started =
        new Thread(this, "panda-feed-" + context.database.databaseName() + "-" + name());
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  /** Tells it to end; {@link #join} waits for that. */
  void stop() {
    context.unseen.setUnknown("the database is stopping");
    context.control.stop();
    context.consumer.stopping();
  }

  /** Waits until its thread has ended, ms at most. */
  void join(long millis) throws InterruptedException {
    Thread running = thread;
    if (running != null) {
      running.join(millis);
      if (running.isAlive()) {
        context.log.warn("The change feed of `%s` does not end, and is left behind", name());
      }
    }
  }

  void close() {
    try {
      context.consumer.close();
    } catch (RuntimeException e) {
      context.log.warn("The consumer `" + name() + "` did not close well", e);
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        workUntilFailure();
      }
    } catch (FeedControl.Stopped e) {
      leaveInOrder();
    } catch (RuntimeException | Error e) {
      context.log.error("The change feed of `" + name() + "` has ended", e);
    } finally {
      context.unseen.setUnknown("the change feed is not running");
      context.figures.state(FeedStatus.State.STOPPED, "");
    }
  }

  private void workUntilFailure() {
    Retries retries = context.retries;
    try {
      work();
    } catch (ConsumerException e) {
      abandon(e.getMessage());
      retries.wait(e.kind(), e);
    } catch (LogGapException e) {
      abandon(e.getMessage());
    } catch (IOException e) {
      retries.wait(ConsumerException.Kind.UNAVAILABLE, e);
    } catch (FeedControl.Stopped e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      context.log.error("The change feed of `" + name() + "` failed; it tries again", e);
      retries.wait(ConsumerException.Kind.UNAVAILABLE, new IOException(e.toString(), e));
    }
  }

  private void abandon(String why) {
    data.abandon();
    rebuildReason = why;
    context.unseen.setUnknown("the derived data has to be rebuilt: " + why);
  }

  private void leaveInOrder() {
    try {
      if (data.isUsable() && !data.isSettled() && context.retries.failures() == 0) {
        data.commit();
      }
    } catch (ConsumerException | RuntimeException e) {
      context.log.debug("The last checkpoint of `" + name() + "` is an older one", e);
    }
  }

  private void work() throws IOException, LogGapException, ConsumerException {
    if (!data.isUsable() && rebuildReason == null) {
      Optional<String> reason = new FeedStart(context).open(data);
      reason.ifPresent(this::abandon);
    }
    if (rebuildReason != null) {
      context.check();
      rebuildNow();
    }
    follow();
  }

  private void rebuildNow() throws IOException, LogGapException, ConsumerException {
    new RebuildRun(context, data, this::rebuildIsDone).run(rebuildReason);
    rebuildReason = null;
  }

  private void rebuildIsDone() {
    synchronized (keptRebuild) {
      context.control.takeRebuild();
      try {
        keptRebuild.clear();
      } catch (UncheckedIOException e) {
        context.log.warn("The rebuild of `" + name() + "` is done once more after a restart", e);
      }
    }
  }

  private void follow() throws IOException, LogGapException, ConsumerException {
    while (true) {
      context.check();
      context.figures.state(FeedStatus.State.FOLLOWING, "");
      if (context.control.takeRebuild()) {
        rebuildReason = "it was asked for";
        rebuildNow();
      }
      boolean advanced = data.step();
      context.retries.succeeded();
      if (!advanced && !context.control.isAsked()) {
        if (data.isSettled()) {
          context.control.awaitCommit(IDLE);
        } else {
          context.control.sleep(POLL);
        }
      }
    }
  }

  @Override
  public String name() {
    return context.name();
  }

  @Override
  public FeedStatus status() {
    FeedStatus status = context.figures.status();
    UnseenChanges.Snapshot snapshot = context.unseen.snapshot();
    status.lastClosed = context.transactions.lastClosed();
    status.lagMillis = snapshot.lagMillis();
    status.unseen = context.unseen.size();
    status.known = snapshot.known();
    status.parked = data.parked().size();
    return status;
  }

  @Override
  public UnseenChanges unseen() {
    return context.unseen;
  }

  @Override
  public void pause() {
    keptPause.set();
    context.control.pause();
  }

  @Override
  public void resume() {
    keptPause.clear();
    context.control.resume();
  }

  @Override
  public void rebuild() {
    synchronized (keptRebuild) {
      keptRebuild.set();
      context.control.askForRebuild();
    }
  }

  @Override
  public List<ParkedEntity> parked() {
    return data.parked().all();
  }

  @Override
  public void retryParked() {
    context.control.askForRetry();
  }

  @Override
  public boolean awaitVisible(long transactionId, Duration atMost) throws InterruptedException {
    return context.figures.awaitVisible(transactionId, atMost.toMillis());
  }
}
