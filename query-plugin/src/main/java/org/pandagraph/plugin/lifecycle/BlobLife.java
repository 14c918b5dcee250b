/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.neo4j.configuration.Config;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.Log;
import org.neo4j.logging.LogProvider;
import org.neo4j.scheduler.Group;
import org.neo4j.scheduler.JobHandle;
import org.neo4j.scheduler.JobMonitoringParams;
import org.neo4j.scheduler.JobScheduler;
import org.neo4j.storageengine.api.txstate.ReadableTransactionState;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
import org.pandagraph.plugin.procedure.Progress;

/**
 * The life of one running database's blobs: guards its commits, and collects what nothing refers to
 * any more, on a schedule and when told. Thread-safe.
 */
public final class BlobLife {
  /** Not while the database is still warming up. */
  private static final Duration FIRST_AFTER = Duration.ofMinutes(10);

  private final GraphDatabaseAPI database;
  private final Supplier<BlobStore> store;
  private final CollectionSettings settings;
  private final Ownership ownership;
  private final Log log;
  private final KnownOrphans orphans;
  private final CommitGuard guard;
  private final LifeMetrics metrics = new LifeMetrics();
  private final AtomicReference<Progress> running = new AtomicReference<>();
  private volatile CollectionResult last;
  private volatile String lastProblem;
  private volatile boolean stopping;
  private volatile boolean claimed;
  private JobHandle<?> schedule;

  /**
   * @param store of that database; asked for each time it is used
   */
  public BlobLife(
      GraphDatabaseAPI database, Supplier<BlobStore> store, Config config, LogProvider logs) {
    this.database = database;
    this.store = store;
    this.settings = new CollectionSettings(config);
    this.ownership = new Ownership(database);
    this.log = logs.getLog(BlobLife.class);
    String name = database.databaseName();
    this.orphans = new KnownOrphans(new OrphanFile(settings.orphans(name)), log);
    this.guard = new CommitGuard(name, store, orphans, System::nanoTime);
  }

  /** Starts to collect as often as the settings say. */
  public synchronized void start() {
    if (settings.interval.isZero()) {
      return;
    }
    long period = settings.interval.toMillis();
    schedule =
        database
            .getDependencyResolver()
            .resolveDependency(JobScheduler.class)
            .scheduleRecurring(
                Group.STORAGE_MAINTENANCE,
                JobMonitoringParams.systemJob(database.databaseName(), "Collection of blobs"),
                this::collectBySchedule,
                Math.min(period, FIRST_AFTER.toMillis()),
                period,
                TimeUnit.MILLISECONDS);
  }

  /** Ends a collection that is running, starts no more, and keeps what is known of orphans. */
  public synchronized void stop() {
    stopping = true;
    if (schedule != null) {
      schedule.cancel();
    }
    orphans.stop();
  }

  /**
   * Lets a transaction commit whose references have their contents.
   *
   * @return to be run when it is committed or rolled back; null where it refers to nothing
   * @throws RuntimeException with a status of Neo4j's, where it may not commit
   */
  public Runnable beforeCommit(ReadableTransactionState transaction) {
    ReferredContents contents = new ReferredContents();
    References.setBy(transaction, contents);
    if (contents.isEmpty()) {
      return null;
    }
    try {
      guard.enter(contents);
    } catch (RuntimeException e) {
      metrics.refused();
      throw e;
    }
    metrics.committing(contents.size());
    if (!claimed) {
      claimOnce();
    }
    return () -> guard.leave(contents);
  }

  /** The first that refers to what a store holds owns it, long before it collects it. */
  private void claimOnce() {
    claimed = true;
    try {
      String owner = owner();
      if (!owner.equals(ownership.self())) {
        log.warn(
            "The blob store of database `%s` belongs to `%s`, which does not know what is referred"
                + " to here: give this database a store of its own, or `CALL panda.blob.takeOver()`",
            database.databaseName(), owner);
      }
    } catch (BlobException later) {
      log.debug("The owner of the blob store is not known: " + later.getMessage());
    }
  }

  /**
   * Collects now.
   *
   * @param graceTime null for the one of the settings
   * @throws CypherPlusError where a collection is running already, or another database owns the
   *     store
   * @throws BlobException where the store is down, or some contents could not be discarded: then
   *     all else is done
   */
  CollectionResult collect(Duration graceTime, Progress progress) throws IOException {
    if (!running.compareAndSet(null, progress)) {
      throw new CypherPlusError(
          PluginErrorCode.ALREADY_RUNNING,
          "the blobs of this database are being collected already, since "
              + Optional.ofNullable(running.get()).map(p -> p.started().toString()).orElse("now")
              + "; `CALL panda.blob.status()` says how far it is",
          CypherPlusError.NO_OFFSET);
    }
    try {
      BlobStore opened = store.get();
      ownership.require(opened);
      CollectionResult result =
          new CollectionRun(database, opened, guard, orphans, progress)
              .run(graceTime == null ? settings.graceTime : graceTime);
      metrics.collected(result);
      last = result;
      if (result.failure.isPresent()) {
        throw result.failure.get();
      }
      lastProblem = null;
      return result;
    } catch (IOException | RuntimeException e) {
      lastProblem = String.valueOf(e.getMessage());
      throw e;
    } finally {
      running.set(null);
    }
  }

  private void collectBySchedule() {
    try {
      CollectionResult result = collect(null, new Progress(this::requireRunning, text -> {}));
      log.info("Collected blobs of database `" + database.databaseName() + "`: " + result);
    } catch (Stopping quietly) {
      log.debug("Collecting blobs ended with the database.");
    } catch (BlobException | CypherPlusError | IOException e) {
      warn(String.valueOf(e.getMessage()), null);
    } catch (RuntimeException e) {
      if (!stopping) {
        warn(e.toString(), e);
      }
    }
  }

  private void warn(String reason, Exception trace) {
    String text =
        "The blobs of database `"
            + database.databaseName()
            + "` were not collected; the next try is in "
            + settings.interval
            + ": "
            + reason;
    if (trace == null) {
      log.warn(text);
    } else {
      log.warn(text, trace);
    }
  }

  private void requireRunning() {
    if (stopping) {
      throw new Stopping();
    }
  }

  /** Looks at the content of everything the graph refers to. */
  Scrub scrub(Progress progress) {
    return new Scrub(database, store.get(), progress);
  }

  /** Makes this database the owner of its store; gives the owner before. */
  String takeOver() {
    BlobStore opened = store.get();
    String before = opened.claim(ownership.self());
    opened.handOver(ownership.self());
    log.info(
        "The blob store now belongs to `" + ownership.self() + "`, before to `" + before + "`");
    return before;
  }

  /** Who owns the store; this database where nobody did. */
  String owner() {
    return store.get().claim(ownership.self());
  }

  String self() {
    return ownership.self();
  }

  CollectionSettings settings() {
    return settings;
  }

  Map<String, Long> counters() {
    return metrics.values();
  }

  Optional<Progress> running() {
    return Optional.ofNullable(running.get());
  }

  Optional<CollectionResult> last() {
    return Optional.ofNullable(last);
  }

  /** Why the last collection failed; empty where it did not. */
  Optional<String> lastProblem() {
    return Optional.ofNullable(lastProblem);
  }

  /** The database is being stopped. */
  private static final class Stopping extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopping() {
      super("the database is being stopped", null, false, false);
    }
  }
}
