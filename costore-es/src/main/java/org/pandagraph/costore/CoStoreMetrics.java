/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What has been asked of a co-store since it was opened, and how it went. Thread-safe. */
public final class CoStoreMetrics {
  /** What a co-store is asked for. */
  public enum Operation {
    APPLY,
    MAKE_VISIBLE,
    /** One page of ids. */
    ID_PAGE,
    COUNT,
    SEARCH,
    CHECKPOINT,
    REBUILD,
    /** One page of digests. */
    DIGEST_PAGE
  }

  private final Map<Operation, LongAdder> calls = adders(Operation.class);
  private final Map<Operation, LongAdder> nanos = adders(Operation.class);
  private final Map<CoStoreErrorCode, LongAdder> errors = adders(CoStoreErrorCode.class);
  private final LongAdder statesApplied = new LongAdder();
  private final LongAdder statesRejected = new LongAdder();
  private final LongAdder idsRead = new LongAdder();
  private final LongAdder retries = new LongAdder();

  private static <K extends Enum<K>> Map<K, LongAdder> adders(Class<K> keys) {
    Map<K, LongAdder> adders = new EnumMap<>(keys);
    for (K key : keys.getEnumConstants()) {
      adders.put(key, new LongAdder());
    }
    return adders;
  }

  /** For stores: an operation ended, with or without success. */
  public void called(Operation operation, long tookNanos) {
    calls.get(operation).increment();
    nanos.get(operation).add(tookNanos);
  }

  /** For stores: an operation ended like this. */
  public void failed(CoStoreErrorCode code) {
    errors.get(code).increment();
  }

  /** For stores: so many states were taken, so many never can be. */
  public void applied(long taken, long rejected) {
    statesApplied.add(taken);
    statesRejected.add(rejected);
  }

  /** For stores: so many ids were given. */
  public void idsGiven(long ids) {
    idsRead.add(ids);
  }

  /** For stores: a request was sent again. */
  public void retried() {
    retries.increment();
  }

  /** How often it was asked for this, with or without success. */
  public long calls(Operation operation) {
    return calls.get(operation).sum();
  }

  /** How long all those calls took together, retries included. */
  public Duration time(Operation operation) {
    return Duration.ofNanos(nanos.get(operation).sum());
  }

  /** How often a call failed in this way, after all retries. */
  public long errors(CoStoreErrorCode code) {
    return errors.get(code).sum();
  }

  /** States taken over, those that a higher version had overtaken included. */
  public long statesApplied() {
    return statesApplied.sum();
  }

  /** States that never can be taken. */
  public long statesRejected() {
    return statesRejected.sum();
  }

  /** Ids given to readers. */
  public long idsRead() {
    return idsRead.sum();
  }

  /** Requests that were sent again. */
  public long retries() {
    return retries.sum();
  }
}
