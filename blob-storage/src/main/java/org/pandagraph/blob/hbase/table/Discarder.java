/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.time.Duration;
import java.util.List;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.StoredBlob;

/**
 * Removes contents that were listed, and never one that was stored since. Where a content has
 * several generations, times do not tell which of them were there when it was listed: nobody has
 * settled the later ones yet. Then all are moved on to the present time, so that another list tells
 * them from what comes after, and nothing is removed: only its writer knows that a generation is
 * the one that is whole. Thread-safe.
 */
final class Discarder {
  private final ContentTable contents;
  private final UploadRegister register;
  private final SettlingQueue settling;
  private final Duration patience;

  /**
   * @param patience how long to wait for what this store has not settled yet
   */
  Discarder(
      ContentTable contents, UploadRegister register, SettlingQueue settling, Duration patience) {
    this.contents = contents;
    this.register = register;
    this.settling = settling;
    this.patience = patience;
  }

  /** Removes what was seen; false where there is nothing, or perhaps something newer. */
  boolean discard(StoredBlob seen) {
    BlobDigest digest = seen.digest();
    List<Generation> all = contents.generations(digest);
    if (isUnsettled(all)) {
      settling.flush(patience);
      all = contents.generations(digest);
    }
    if (all.isEmpty() || Generation.latest(all) > seen.storedAt().toEpochMilli()) {
      return false;
    }
    if (isUnsettled(all)) {
      renewAll(digest, all);
      return false;
    }
    boolean removed = true;
    for (Generation generation : all) {
      removed &= contents.remove(digest, generation);
    }
    return removed;
  }

  /** A generation that was renewed is later than what was there before it. */
  private static boolean isUnsettled(List<Generation> all) {
    return all.size() > 1 && !all.stream().allMatch(Generation::isRenewed);
  }

  private void renewAll(BlobDigest digest, List<Generation> all) {
    long time = Math.max(Generation.latest(all) + 1, register.now());
    for (Generation generation : all) {
      contents.renew(digest, generation, time);
    }
  }
}
