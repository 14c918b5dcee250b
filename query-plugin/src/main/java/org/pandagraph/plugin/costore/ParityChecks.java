/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
import org.pandagraph.plugin.feed.ConsumerFeed;
import org.pandagraph.plugin.feed.GraphReader;
import org.pandagraph.plugin.procedure.Progress;

/** The parity checks of one database, one at a time, and what the last one found. Thread-safe. */
final class ParityChecks {
  private final DatabaseCoStore coStore;
  private final ReentrantLock running = new ReentrantLock();
  private volatile Map<String, Object> last;

  ParityChecks(DatabaseCoStore coStore) {
    this.coStore = coStore;
  }

  /** What a check found. Immutable. */
  static final class Result {
    final List<ParityDifference> differences;
    final Map<String, Object> figures;

    private Result(List<ParityDifference> differences, Map<String, Object> figures) {
      this.differences = List.copyOf(differences);
      this.figures = figures;
    }
  }

  /**
   * Compares graph and co-store.
   *
   * @param repair whether what differs is put right in the co-store
   * @throws CypherPlusError where another check runs, or the co-store is not to be compared now
   */
  Result run(GraphDatabaseAPI database, boolean repair, Progress progress) {
    if (!running.tryLock()) {
      throw failed(PluginErrorCode.ALREADY_RUNNING, "a parity check is already running", null);
    }
    try {
      ConsumerFeed feed = coStore.requireFeed();
      ParityCheck check =
          new ParityCheck(new GraphReader(database), coStore.anyway(), feed, repair, progress);
      List<ParityDifference> differences = check.run();
      Map<String, Object> figures = check.figures();
      Map<String, Object> shown = new LinkedHashMap<>(figures);
      shown.put("started", progress.started().toString());
      last = shown;
      return new Result(differences, figures);
    } catch (ParityCheck.NotCaughtUpException e) {
      throw failed(PluginErrorCode.SERVICE_UNAVAILABLE, e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(PluginErrorCode.SERVICE_UNAVAILABLE, "the parity check was interrupted", e);
    } finally {
      running.unlock();
    }
  }

  /** The last one's figures and when it started; empty before the first has ended. */
  Optional<Map<String, Object>> last() {
    return Optional.ofNullable(last);
  }

  private static CypherPlusError failed(PluginErrorCode code, String message, Throwable cause) {
    return new CypherPlusError(code, message, CypherPlusError.NO_OFFSET, cause);
  }
}
