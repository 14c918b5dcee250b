/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pandagraph.blob.BlobException;

/** What a collection found and did. Immutable once the collection has ended. */
final class CollectionResult {
  final Instant started;
  long nodes;
  long relationships;
  long references;
  long referenced;
  long stored;
  long storedBytes;
  long waiting;
  long discarded;
  long bytesFreed;
  long leftovers;
  Duration took = Duration.ZERO;

  /** What could not be done, while all else was; empty where there is nothing. */
  Optional<BlobException> failure = Optional.empty();

  CollectionResult(Instant started) {
    this.started = started;
  }

  /** By the names of the procedure's columns, in their order. */
  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("nodes", nodes);
    figures.put("relationships", relationships);
    figures.put("references", references);
    figures.put("referenced", referenced);
    figures.put("stored", stored);
    figures.put("storedBytes", storedBytes);
    figures.put("waiting", waiting);
    figures.put("discarded", discarded);
    figures.put("bytesFreed", bytesFreed);
    figures.put("leftovers", leftovers);
    figures.put("seconds", took.toMillis() / 1000.0);
    return figures;
  }

  @Override
  public String toString() {
    return figures().toString();
  }
}
