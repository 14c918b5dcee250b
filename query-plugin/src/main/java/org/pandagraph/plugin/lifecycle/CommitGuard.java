/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;

/**
 * Stands between commits and the collector of one database: no content goes while a transaction
 * that refers to it commits, and no transaction commits that refers to a content that is gone.
 *
 * <p>A commit enters with its digests, then the store is asked whether it has them all, then Neo4j
 * commits, then the commit leaves. A content is discarded only while no commit that refers to it is
 * inside, and none has been since the collection started to read the graph; a commit that comes
 * while it is being discarded waits, and then finds it gone. Thread-safe.
 */
final class CommitGuard {
  /**
   * So long a store may still be at a discard that it did not answer: HBase flushes its log for
   * five minutes before it gives up, and nobody sees the delete before.
   */
  static final Duration DOUBT = Duration.ofMinutes(15);

  private final String database;
  private final Supplier<BlobStore> store;
  private final KnownOrphans orphans;
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition discarded = lock.newCondition();

  /** How many commits that are inside refer to a content. */
  private final Map<BlobDigest, Integer> inside = new HashMap<>();

  private final Set<BlobDigest> discarding = new HashSet<>();

  /** When a store failed to say whether it discarded a content, in nanoseconds of the clock. */
  private final Map<BlobDigest, Long> doubtful = new HashMap<>();

  /** What commits have referred to since the running collection started; null while none runs. */
  private Set<BlobDigest> seen;

  /**
   * @param database its name, for messages
   * @param store asked for at each commit that refers to a content
   * @param orphans told of all that commits refer to
   * @param nanoTime a clock that only goes forward
   */
  CommitGuard(
      String database, Supplier<BlobStore> store, KnownOrphans orphans, LongSupplier nanoTime) {
    this.database = database;
    this.store = store;
    this.orphans = orphans;
    this.nanoTime = nanoTime;
  }

  /**
   * Lets a commit in.
   *
   * @param contents all that it refers to; not changed until it leaves
   * @throws RuntimeException a {@link CommitRefusal}, where the store lacks one of them, holds it
   *     with another length than is said, or cannot be asked; it is not inside then
   */
  void enter(ReferredContents contents) {
    Set<BlobDigest> wanted = contents.digests();
    lock.lock();
    try {
      while (!Collections.disjoint(wanted, discarding)) {
        discarded.awaitUninterruptibly();
      }
      requireNoDoubt(wanted);
      orphans.referredTo(wanted);
      wanted.forEach(digest -> inside.merge(digest, 1, Integer::sum));
      if (seen != null) {
        seen.addAll(wanted);
      }
    } finally {
      lock.unlock();
    }
    boolean held = false;
    try {
      requireHeld(contents, store.get().lengths(wanted));
      held = true;
    } catch (BlobException e) {
      throw CommitRefusal.storeDown(database, e);
    } finally {
      if (!held) {
        leave(contents);
      }
    }
  }

  private void requireNoDoubt(Set<BlobDigest> wanted) {
    long now = nanoTime.getAsLong();
    doubtful.values().removeIf(since -> now - since > DOUBT.toNanos());
    for (BlobDigest digest : wanted) {
      if (doubtful.containsKey(digest)) {
        throw CommitRefusal.perhapsDiscarded(database, digest);
      }
    }
  }

  private void requireHeld(ReferredContents contents, Map<BlobDigest, Long> held) {
    Set<BlobDigest> missing = contents.missing(held);
    if (!missing.isEmpty()) {
      throw CommitRefusal.contentMissing(database, missing);
    }
    Map<BlobDigest, Long> wrong = contents.wrongLengths(held);
    if (!wrong.isEmpty()) {
      throw CommitRefusal.wrongLength(wrong, held);
    }
  }

  /** Ends what {@link #enter} with the same contents began. */
  void leave(ReferredContents contents) {
    lock.lock();
    try {
      contents
          .digests()
          .forEach(digest -> inside.computeIfPresent(digest, (d, n) -> n == 1 ? null : n - 1));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes down, from now on, what commits refer to; what those refer to that are inside counts,
   * too. All earlier commits can be seen in the graph.
   */
  void startRecording() {
    lock.lock();
    try {
      seen = new HashSet<>(inside.keySet());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Makes what a collection has found the known orphans, apart from what commits have referred to
   * since {@link #startRecording}.
   *
   * @throws IOException where they are known, but could not be written
   */
  void replaceOrphans(Orphans found) throws IOException {
    lock.lock();
    try {
      requireRecording();
      seen.forEach(found::remove);
      orphans.replace(found);
    } finally {
      lock.unlock();
    }
  }

  void stopRecording() {
    lock.lock();
    try {
      seen = null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Discards a content that the graph does not refer to, unless a commit has referred to it since
   * {@link #startRecording}, or it has been stored again since it was listed. Where the store does
   * not say whether it did, no commit may refer to it for a while.
   *
   * @return whether it was discarded
   */
  boolean discard(StoredBlob content) {
    BlobDigest digest = content.digest();
    lock.lock();
    try {
      requireRecording();
      if (seen.contains(digest)) {
        return false;
      }
      discarding.add(digest);
    } finally {
      lock.unlock();
    }
    boolean answered = false;
    try {
      boolean gone = store.get().discard(content);
      answered = true;
      return gone;
    } finally {
      lock.lock();
      try {
        if (!answered) {
          doubtful.put(digest, nanoTime.getAsLong());
        }
        discarding.remove(digest);
        discarded.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void requireRecording() {
    if (seen == null) {
      throw new IllegalStateException("nobody has noted down what commits refer to");
    }
  }
}
