/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.pandagraph.blob.BlobDigest;

/**
 * The contents a graph refers to, as 64 bits of each digest: 16 to 32 bytes of memory a content.
 * Two digests may share these bits. Then one that is not referred to counts as marked; but where in
 * the digests the bits lie is drawn anew for each set, so it does so once. For one thread.
 */
final class MarkedDigests {
  private final LongHashSet marked = new LongHashSet();
  private final int offset = ThreadLocalRandom.current().nextInt(BlobDigest.BYTES - Long.BYTES + 1);

  /** Whether it was not marked before. */
  boolean mark(BlobDigest digest) {
    return marked.add(bits(digest));
  }

  boolean isMarked(BlobDigest digest) {
    return marked.contains(bits(digest));
  }

  int size() {
    return marked.size();
  }

  private long bits(BlobDigest digest) {
    return ByteBuffer.wrap(digest.toBytes()).getLong(offset);
  }
}
