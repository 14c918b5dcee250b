/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.graphdb.TransientFailureException;
import org.neo4j.kernel.api.exceptions.Status;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobException;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.ErrorTranslation;
import org.pandagraph.plugin.error.PluginErrorCode;

/** Why a transaction was rolled back at its commit, because of what its properties refer to. */
final class CommitRefusal {
  private static final int SHOWN = 3;

  private CommitRefusal() {}

  /** The store does not have what the transaction refers to: trying again would not help. */
  static CypherPlusError contentMissing(String database, Set<BlobDigest> missing) {
    String shown =
        missing.stream()
            .limit(SHOWN)
            .map(digest -> "sha256:" + digest.toHex())
            .collect(Collectors.joining(", "));
    return new CypherPlusError(
        PluginErrorCode.CONTENT_NOT_STORED,
        "the blob store of database `"
            + database
            + "` does not hold "
            + (missing.size() == 1 ? "a content" : missing.size() + " contents")
            + " that a property of this transaction refers to ("
            + shown
            + (missing.size() > SHOWN ? ", ..." : "")
            + "); store it in this database again, with a literal, a Blob function or an upload,"
            + " and use the blob that this gives",
        CypherPlusError.NO_OFFSET);
  }

  /** Nobody can say whether the store has what the transaction refers to. */
  static RuntimeException storeDown(String database, BlobException cause) {
    return new StoreDown(
        ErrorTranslation.of(cause.code()).status(),
        "the transaction was not committed, because the blob store of database `"
            + database
            + "` cannot say whether it holds what its properties refer to: "
            + cause.getMessage(),
        cause);
  }

  /** Neo4j lets exceptions of this kind through to the client as they are. */
  private static final class StoreDown extends TransientFailureException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    StoreDown(Status status, String message, BlobException cause) {
      super(message, cause);
      this.status = status;
    }

    @Override
    public Status status() {
      return status;
    }
  }
}
