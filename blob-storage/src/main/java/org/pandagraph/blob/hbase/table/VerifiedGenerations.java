/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Inline contents whose SHA-256 this store has found right. As long as neither the manifest's
 * checksum nor the time of the bytes changes, reading them again is checked against the CRC32C in
 * the manifest: that finds whatever a disk or a memory can do to a content, at a thirtieth of the
 * cost. After an hour the SHA-256 is computed again. Thread-safe; bounded.
 */
final class VerifiedGenerations {
  /** The most that are remembered, some 2 MB; those not read for long are forgotten. */
  private static final int REMEMBERED = 10_000;

  private static final long GOOD_FOR_NANOS = Duration.ofHours(1).toNanos();

  private final Map<ByteBuffer, Verified> verified =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Verified> eldest) {
          return size() > REMEMBERED;
        }
      };

  private static final class Verified {
    private final int crc;
    private final long bytesTime;
    private final long since = System.nanoTime();

    Verified(int crc, long bytesTime) {
      this.crc = crc;
      this.bytesTime = bytesTime;
    }
  }

  /**
   * Whether the CRC32C will do.
   *
   * @param bytesTime of the cell that holds the content
   */
  synchronized boolean contains(Generation generation, long bytesTime) {
    Verified found = verified.get(ByteBuffer.wrap(generation.id()));
    return found != null
        && found.crc == generation.crc()
        && found.bytesTime == bytesTime
        && System.nanoTime() - found.since < GOOD_FOR_NANOS;
  }

  /** Remembers a content whose SHA-256 and CRC32C are right. */
  synchronized void remember(Generation generation, long bytesTime) {
    verified.put(ByteBuffer.wrap(generation.id()), new Verified(generation.crc(), bytesTime));
  }
}
