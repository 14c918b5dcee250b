/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.time.Instant;
import java.util.Objects;

/** A content as the store lists it. Immutable. */
public final class StoredBlob {
  private final BlobDigest digest;
  private final long length;
  private final Instant storedAt;

  public StoredBlob(BlobDigest digest, long length, Instant storedAt) {
    this.digest = Objects.requireNonNull(digest);
    this.length = length;
    this.storedAt = Objects.requireNonNull(storedAt);
  }

  public BlobDigest digest() {
    return digest;
  }

  /** Length in bytes. */
  public long length() {
    return length;
  }

  /** When it was last stored; storing it again renews this. */
  public Instant storedAt() {
    return storedAt;
  }
}
