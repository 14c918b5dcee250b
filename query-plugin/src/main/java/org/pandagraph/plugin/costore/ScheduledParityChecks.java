/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;
import org.neo4j.logging.Log;
import org.neo4j.scheduler.Group;
import org.neo4j.scheduler.JobHandle;
import org.neo4j.scheduler.JobScheduler;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.procedure.Progress;

/** Compares a running database with its co-store again and again, and repairs what differs. */
public final class ScheduledParityChecks extends LifecycleAdapter {
  private final DatabaseCoStore coStore;
  private final GraphDatabaseAPI database;
  private final Duration interval;
  private final Log log;
  private volatile boolean stopping;
  private JobHandle<?> schedule;

  /**
   * @param interval between two of them; zero for none
   */
  public ScheduledParityChecks(
      DatabaseCoStore coStore, GraphDatabaseAPI database, Duration interval, Log log) {
    this.coStore = coStore;
    this.database = database;
    this.interval = interval;
    this.log = log;
  }

  @Override
  public void start() {
    if (!interval.isZero()) {
      schedule =
          database
              .getDependencyResolver()
              .resolveDependency(JobScheduler.class)
              .scheduleRecurring(
                  Group.STORAGE_MAINTENANCE,
                  this::check,
                  interval.toMillis(),
                  interval.toMillis(),
                  TimeUnit.MILLISECONDS);
    }
  }

  private void check() {
    Progress progress =
        new Progress(
            () -> {
              if (stopping) {
                throw new StoppedException();
              }
            },
            text -> {});
    try {
      ParityChecks.Result result = coStore.checks().run(database, true, progress);
      if (!result.differences.isEmpty()) {
        log.warn("The co-store differed from the graph: " + result.figures);
      }
    } catch (StoppedException e) {
      log.debug("A parity check ends, since the database stops");
    } catch (CypherPlusError e) {
      log.info("The co-store was not compared with the graph: " + e.getMessage());
    } catch (RuntimeException e) {
      log.warn("The co-store was not compared with the graph", e);
    }
  }

  @Override
  public void stop() {
    stopping = true;
    if (schedule != null) {
      schedule.cancel();
    }
  }

  private static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
