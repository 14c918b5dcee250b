/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.store;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobStoreMetrics;
import org.pandagraph.blob.BlobStoreMetrics.Operation;
import org.pandagraph.plugin.metrics.LabelledCounter;

/** What the stores were asked for and how it went, as Prometheus has it. */
final class StoreFigures {
  private static final String DATABASE = "database";

  private StoreFigures() {}

  /**
   * The figures as they are now.
   *
   * @param metrics of each open store, by database
   */
  static List<LabelledCounter> of(Map<String, BlobStoreMetrics> metrics) {
    LabelledCounter calls =
        new LabelledCounter(
            "panda_blob_store_calls", "Calls of the blob store", DATABASE, "operation");
    LabelledCounter millis =
        new LabelledCounter(
            "panda_blob_store_milliseconds", "Time spent in calls", DATABASE, "operation");
    LabelledCounter errors =
        new LabelledCounter(
            "panda_blob_store_errors", "Calls and readings that failed", DATABASE, "code");
    LabelledCounter attempts =
        new LabelledCounter(
            "panda_blob_hbase_failed_attempts",
            "Requests to HBase that failed; most of them are sent again",
            DATABASE,
            "error");
    LabelledCounter unsettled =
        new LabelledCounter(
            "panda_blob_hbase_unsettled",
            "Contents stored in HBase of which an older copy may have stayed",
            DATABASE);
    LabelledCounter stored =
        new LabelledCounter("panda_blob_store_stored_bytes", "Bytes of contents stored", DATABASE);
    LabelledCounter read =
        new LabelledCounter("panda_blob_store_read_bytes", "Bytes read from contents", DATABASE);
    metrics.forEach(
        (database, store) -> {
          for (Operation operation : Operation.values()) {
            String name = operation.name().toLowerCase(Locale.ROOT);
            calls.add(store.calls(operation), database, name);
            millis.add(store.time(operation).toMillis(), database, name);
          }
          for (BlobErrorCode code : BlobErrorCode.values()) {
            if (store.errors(code) > 0) {
              errors.add(store.errors(code), database, code.name().toLowerCase(Locale.ROOT));
            }
          }
          store.failedAttempts().forEach((error, count) -> attempts.add(count, database, error));
          unsettled.add(store.unsettled(), database);
          stored.add(store.bytesStored(), database);
          read.add(store.bytesRead(), database);
        });
    return List.of(calls, millis, errors, attempts, unsettled, stored, read);
  }
}
