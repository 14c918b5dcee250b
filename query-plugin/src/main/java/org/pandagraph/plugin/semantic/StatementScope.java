/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.Objects;
import org.pandagraph.plugin.blob.BlobValues;

/** What an evaluation needs to know of the statement it is part of. Thread-safe. */
public final class StatementScope {
  private final BlobValues blobs;
  private final Patience patience;

  /**
   * @param blobs where those of the statement's database are kept
   * @param patience how long the statement waits
   */
  public StatementScope(BlobValues blobs, Patience patience) {
    this.blobs = Objects.requireNonNull(blobs);
    this.patience = Objects.requireNonNull(patience);
  }

  BlobValues blobs() {
    return blobs;
  }

  Patience patience() {
    return patience;
  }
}
