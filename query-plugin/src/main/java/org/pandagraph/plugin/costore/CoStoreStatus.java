/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pandagraph.costore.CoStoreMetrics;
import org.pandagraph.costore.CoStoreMetrics.Operation;
import org.pandagraph.plugin.feed.ConsumerFeed;
import org.pandagraph.plugin.feed.FeedStatus;
import org.pandagraph.plugin.runtime.SeekFigures;

/** What there is to say of a co-store now. Not thread-safe. */
final class CoStoreStatus {
  private static final int PARKED_SHOWN = 10;

  private final DatabaseCoStore coStore;
  private final Optional<ConsumerFeed> feed;

  /** Taken once, so that what is said goes together; null where there is no feed. */
  private final FeedStatus status;

  CoStoreStatus(DatabaseCoStore coStore) {
    this.coStore = coStore;
    this.feed = coStore.feed();
    this.status = feed.map(ConsumerFeed::status).orElse(null);
  }

  /**
   * {@code LIVE} when queries may use it, {@code CATCHING_UP} when it follows but is too far
   * behind, else what its feed is doing.
   */
  String state() {
    if (status == null) {
      return FeedStatus.State.STOPPED.name();
    }
    if (status.state() != FeedStatus.State.FOLLOWING) {
      return status.state().name();
    }
    return status.known() ? "LIVE" : "CATCHING_UP";
  }

  /** The feed's; null where there is none. */
  FeedStatus feed() {
    return status;
  }

  /** The first of those that the co-store does not take. */
  List<Map<String, Object>> parked() {
    return feed.map(ConsumerFeed::parked).orElse(List.of()).stream()
        .limit(PARKED_SHOWN)
        .map(
            entity -> {
              Map<String, Object> shown = new LinkedHashMap<>();
              shown.put("kind", entity.kind().name());
              shown.put("id", entity.id());
              shown.put("reason", entity.reason());
              shown.put("since", entity.since().toString());
              return shown;
            })
        .collect(Collectors.toList());
  }

  /** Counters since the database started, by names in camel case. */
  Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    SeekFigures seeks = coStore.engineParts().figures();
    counters.put("seeks", seeks.pushedSeeks() + seeks.countedSeeks());
    counters.put("counts", seeks.countedSeeks());
    counters.put("failedOver", seeks.failedOverSeeks());
    counters.put(
        "nativeSeeks", seeks.nativeSeeks().values().stream().mapToLong(Long::longValue).sum());
    CoStoreMetrics metrics = coStore.anyway().metrics();
    counters.put("idPages", metrics.calls(Operation.ID_PAGE));
    counters.put("idsRead", metrics.idsRead());
    counters.put("retries", metrics.retries());
    if (status != null) {
      counters.put("applied", status.applied());
      counters.put("rejected", status.rejected());
      counters.put("rebuilds", status.rebuilds());
      counters.put("failures", status.failures());
    }
    return counters;
  }
}
