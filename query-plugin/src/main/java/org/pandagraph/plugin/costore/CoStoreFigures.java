/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreMetrics;
import org.pandagraph.costore.CoStoreMetrics.Operation;
import org.pandagraph.plugin.feed.FeedStatus;
import org.pandagraph.plugin.metrics.LabelledCounter;
import org.pandagraph.plugin.metrics.LabelledGauge;
import org.pandagraph.plugin.metrics.MetricsPage;

/** How the co-stores are, as Prometheus has it. */
final class CoStoreFigures {
  private static final String DATABASE = "database";

  private CoStoreFigures() {}

  /** Shows them. */
  static void show(MetricsPage page, CoStores coStores) {
    page.computed(() -> counters(coStores.all()));
    page.computedGauges(() -> gauges(coStores.all()));
  }

  private static List<LabelledCounter> counters(Map<String, DatabaseCoStore> coStores) {
    LabelledCounter calls =
        new LabelledCounter("panda_costore_calls", "Calls of the co-store", DATABASE, "operation");
    LabelledCounter millis =
        new LabelledCounter(
            "panda_costore_milliseconds", "Time spent in calls", DATABASE, "operation");
    LabelledCounter errors =
        new LabelledCounter("panda_costore_errors", "Calls that failed", DATABASE, "code");
    LabelledCounter events =
        new LabelledCounter(
            "panda_costore_events", "What queries and the feed did", DATABASE, "event");
    coStores.forEach(
        (database, coStore) -> {
          CoStoreMetrics metrics = coStore.anyway().metrics();
          for (Operation operation : Operation.values()) {
            String name = operation.name().toLowerCase(Locale.ROOT);
            calls.add(metrics.calls(operation), database, name);
            millis.add(metrics.time(operation).toMillis(), database, name);
          }
          for (CoStoreErrorCode code : CoStoreErrorCode.values()) {
            errors.add(metrics.errors(code), database, code.name().toLowerCase(Locale.ROOT));
          }
          new CoStoreStatus(coStore)
              .counters()
              .forEach((event, count) -> events.add(count, database, event));
        });
    return List.of(calls, millis, errors, events);
  }

  private static List<LabelledGauge> gauges(Map<String, DatabaseCoStore> coStores) {
    LabelledGauge live =
        new LabelledGauge("panda_costore_live", "Whether queries use the co-store", DATABASE);
    LabelledGauge lag =
        new LabelledGauge(
            "panda_costore_lag_transactions", "Transactions it does not show yet", DATABASE);
    LabelledGauge lagMillis =
        new LabelledGauge(
            "panda_costore_lag_milliseconds",
            "Age of the oldest change it does not show",
            DATABASE);
    LabelledGauge unseen =
        new LabelledGauge(
            "panda_costore_unseen", "Entities that queries look at themselves", DATABASE);
    LabelledGauge parked =
        new LabelledGauge("panda_costore_parked", "Entities that it does not take", DATABASE);
    coStores.forEach(
        (database, coStore) -> {
          CoStoreStatus status = new CoStoreStatus(coStore);
          live.set(status.state().equals("LIVE") ? 1 : 0, database);
          FeedStatus feed = status.feed();
          if (feed != null) {
            lag.set(feed.lagTransactions(), database);
            lagMillis.set(feed.lagMillis(), database);
            unseen.set(feed.unseen(), database);
            parked.set(feed.parked(), database);
          }
        });
    return List.of(live, lag, lagMillis, unseen, parked);
  }
}
