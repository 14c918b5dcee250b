/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.time.Duration;
import org.pandagraph.blob.BlobDigest;

/** Removes chunks that no manifest refers to. Thread-safe; several may sweep at the same time. */
final class Sweeper {
  private final ContentTable contents;
  private final ChunkTable chunks;
  private final UploadRegister register;
  private final Requests requests;
  private final StoreFaults faults;

  Sweeper(
      ContentTable contents,
      ChunkTable chunks,
      UploadRegister register,
      Requests requests,
      StoreFaults faults) {
    this.contents = contents;
    this.chunks = chunks;
    this.register = register;
    this.requests = requests;
    this.faults = faults;
  }

  /** How many contents' chunks were removed. */
  long sweep(Duration age) {
    long[] removed = new long[1];
    register.forEachOlderThan(
        age,
        faults,
        entry -> {
          if (sweep(entry)) {
            removed[0]++;
          }
        });
    return removed[0];
  }

  private boolean sweep(UploadRegister.Entry entry) {
    byte[] upload = entry.upload();
    boolean unused = entry.swept() || isUnused(entry);
    if (unused) {
      chunks.deleteAll(upload, faults);
    }
    if (unused || entry.digest() != null) {
      register.strike(entry);
    }
    return unused;
  }

  private boolean isUnused(UploadRegister.Entry entry) {
    if (entry.digest() == null) {
      return register.claimForSweeping(entry.upload());
    }
    BlobDigest digest = BlobDigest.of(entry.digest());
    return requests
        .call("read a manifest from", () -> contents.manifest(digest, entry.upload()))
        .isEmpty();
  }
}
