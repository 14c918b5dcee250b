/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.blob;

import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;

/**
 * One blob store a database, so that one graph says what of a store is referred to. Thread-safe.
 */
@FunctionalInterface
public interface BlobStores {
  /**
   * The store of a database, opened when first asked for; whoever holds the stores closes it.
   *
   * @param databaseName as Neo4j normalises it, in lower case
   * @throws BlobException STORE_UNAVAILABLE where it cannot be opened; the next call tries again
   */
  BlobStore of(String databaseName);
}
