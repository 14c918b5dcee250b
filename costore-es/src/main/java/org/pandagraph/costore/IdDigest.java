/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

/** An id and the digest of its entity's state; see {@link StateDigest}. Immutable. */
public final class IdDigest {
  private final long id;
  private final long digest;

  public IdDigest(long id, long digest) {
    this.id = id;
    this.digest = digest;
  }

  public long id() {
    return id;
  }

  public long digest() {
    return digest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdDigest
        && id == ((IdDigest) other).id
        && digest == ((IdDigest) other).digest;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id) ^ Long.hashCode(digest);
  }

  @Override
  public String toString() {
    return id + ":" + Long.toHexString(digest);
  }
}
