/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.Objects;

/** How far a co-store has been fed, and from which graph. Immutable. */
public final class Checkpoint {
  private final String storeId;
  private final long txId;
  private final int layoutVersion;
  private final String build;

  /**
   * @param storeId identity of the graph; another one means that all must be fed anew
   * @param txId last transaction whose changes are in the store, at least 0
   * @param layoutVersion of the documents: {@link CoStore#layoutVersion} of the store that wrote
   *     them; another one means that all must be fed anew
   * @param build what wrote it, for people
   */
  public Checkpoint(String storeId, long txId, int layoutVersion, String build) {
    if (txId < 0) {
      throw new IllegalArgumentException("a transaction id is not negative: " + txId);
    }
    this.storeId = Objects.requireNonNull(storeId);
    this.txId = txId;
    this.layoutVersion = layoutVersion;
    this.build = Objects.requireNonNull(build);
  }

  /** Identity of the graph. */
  public String storeId() {
    return storeId;
  }

  /** Last transaction whose changes are in the store. */
  public long txId() {
    return txId;
  }

  /** Version of the layout of the documents. */
  public int layoutVersion() {
    return layoutVersion;
  }

  /** What wrote it. */
  public String build() {
    return build;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Checkpoint)) {
      return false;
    }
    Checkpoint that = (Checkpoint) other;
    return storeId.equals(that.storeId)
        && txId == that.txId
        && layoutVersion == that.layoutVersion
        && build.equals(that.build);
  }

  @Override
  public int hashCode() {
    return Objects.hash(storeId, txId, layoutVersion, build);
  }

  @Override
  public String toString() {
    return "transaction "
        + txId
        + " of graph "
        + storeId
        + ", layout "
        + layoutVersion
        + ", written by "
        + build;
  }
}
