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
 * Inline contents whose SHA-256 this store has found right, with the CRC32C they had then. As long
 * as neither that nor the time of the bytes changes they are right: a CRC32C finds whatever a disk
 * or a memory can do to a content, at a thirtieth of the cost. After an hour the SHA-256 is
 * computed again. Thread-safe; bounded.
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
   * Whether a content with that CRC32C is known to be right.
   *
   * @param id of its generation; not changed
   * @param bytesTime of the cell that holds the content
   */
  synchronized boolean contains(byte[] id, int crc, long bytesTime) {
    Verified found = verified.get(ByteBuffer.wrap(id));
    return found != null
        && found.crc == crc
        && found.bytesTime == bytesTime
        && System.nanoTime() - found.since < GOOD_FOR_NANOS;
  }

  /**
   * Remembers a content whose SHA-256 is right.
   *
   * @param id of its generation; not changed
   */
  synchronized void remember(byte[] id, int crc, long bytesTime) {
    verified.put(ByteBuffer.wrap(id), new Verified(crc, bytesTime));
  }
}
