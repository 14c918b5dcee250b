/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What has been asked of a store since it was opened, and how it went. Thread-safe. */
public final class BlobStoreMetrics {
  /** What a store is asked for. */
  public enum Operation {
    /** Storing a content, reading it from its source included. */
    STORE,
    /** Opening a content, up to the first bytes. */
    OPEN,
    /** Asking whether contents are there, and how long they are. */
    LOOK_UP,
    DISCARD,
    /** Starting a list. */
    LIST,
    REMOVE_LEFTOVERS
  }

  private final Map<Operation, LongAdder> calls = adders(Operation.class);
  private final Map<Operation, LongAdder> nanos = adders(Operation.class);
  private final Map<BlobErrorCode, LongAdder> errors = adders(BlobErrorCode.class);
  private final Map<String, LongAdder> failedAttempts = new ConcurrentHashMap<>();
  private final LongAdder unsettled = new LongAdder();
  private final LongAdder bytesStored = new LongAdder();
  private final LongAdder bytesRead = new LongAdder();

  private static <K extends Enum<K>> Map<K, LongAdder> adders(Class<K> keys) {
    Map<K, LongAdder> adders = new EnumMap<>(keys);
    for (K key : keys.getEnumConstants()) {
      adders.put(key, new LongAdder());
    }
    return adders;
  }

  void called(Operation operation, long tookNanos) {
    calls.get(operation).increment();
    nanos.get(operation).add(tookNanos);
  }

  void failed(BlobErrorCode code) {
    errors.get(code).increment();
  }

  /**
   * For stores whose client tries again by itself.
   *
   * @param error the class of what an attempt failed with, such as {@code CallTimeoutException}
   */
  public void failedAttempt(String error) {
    failedAttempts.computeIfAbsent(error, name -> new LongAdder()).increment();
  }

  /**
   * For stores that look for older copies of a content after they have stored it.
   *
   * @param contents how many are stored, but an older copy of them may be there still
   */
  public void leftUnsettled(long contents) {
    unsettled.add(contents);
  }

  void stored(long bytes) {
    bytesStored.add(bytes);
  }

  void read(long bytes) {
    bytesRead.add(bytes);
  }

  /** How often it was asked for this, with or without success. */
  public long calls(Operation operation) {
    return calls.get(operation).sum();
  }

  /** How long all those calls took together. */
  public Duration time(Operation operation) {
    return Duration.ofNanos(nanos.get(operation).sum());
  }

  /** How often a call or the reading of a content failed in this way. */
  public long errors(BlobErrorCode code) {
    return errors.get(code).sum();
  }

  /**
   * How many requests failed at first, or at last, by the class of the error; those that went well
   * when they were sent again count only here.
   */
  public Map<String, Long> failedAttempts() {
    Map<String, Long> counts = new TreeMap<>();
    failedAttempts.forEach((error, count) -> counts.put(error, count.sum()));
    return counts;
  }

  /**
   * How many contents were stored, but could not be looked at afterwards: an older copy may take
   * space until they are stored again or collected.
   */
  public long unsettled() {
    return unsettled.sum();
  }

  /** Bytes of all contents that were stored. */
  public long bytesStored() {
    return bytesStored.sum();
  }

  /** Bytes of contents that were given to readers. */
  public long bytesRead() {
    return bytesRead.sum();
  }
}
