/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.pandagraph.blob.BlobDigest;

/**
 * Since when contents have been found without a reference, by the first 64 bits of their digests:
 * 32 to 64 bytes of memory a content. Where two share them, the younger counts as long without a
 * reference as the older. For one thread.
 */
final class Orphans {
  private static final long NEVER = Long.MIN_VALUE;

  private final LongLongHashMap since;

  Orphans() {
    this(new LongLongHashMap());
  }

  /**
   * @param since milliseconds since 1970 by the first 64 bits of a digest
   */
  Orphans(LongLongHashMap since) {
    this.since = since;
  }

  /** Since when a content has been an orphan; that time itself where it is not known as one. */
  Instant since(BlobDigest digest, Instant otherwise) {
    long found = since.getIfAbsent(key(digest), NEVER);
    return found == NEVER ? otherwise : Instant.ofEpochMilli(found);
  }

  void put(BlobDigest digest, Instant time) {
    since.put(key(digest), time.toEpochMilli());
  }

  /** Whether it was known as one. */
  boolean remove(BlobDigest digest) {
    long key = key(digest);
    boolean known = since.containsKey(key);
    since.removeKey(key);
    return known;
  }

  int size() {
    return since.size();
  }

  LongLongHashMap byDigest() {
    return since;
  }

  private static long key(BlobDigest digest) {
    return ByteBuffer.wrap(digest.toBytes()).getLong();
  }
}
