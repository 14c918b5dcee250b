/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.util.Map;
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

  /**
   * A reference was not made by the store, or that has damaged the content: trying again would not
   * help.
   *
   * @param said bytes, by references, of contents that have other lengths
   * @param held bytes that the store holds of each
   */
  static CypherPlusError wrongLength(Map<BlobDigest, Long> said, Map<BlobDigest, Long> held) {
    BlobDigest first = said.keySet().iterator().next();
    return new CypherPlusError(
        PluginErrorCode.CONTENT_NOT_STORED,
        "a property of this transaction refers to the content sha256:"
            + first.toHex()
            + " with a length of "
            + said.get(first)
            + " bytes, but that content has "
            + held.get(first)
            + (said.size() > 1 ? "; " + (said.size() - 1) + " more contents are like it" : "")
            + "; use the blob that a literal, a Blob function or an upload gave, as it is; if this is"
            + " one, the store has damaged the content, and CALL panda.blob.check() says so",
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

  /** The store was told to discard it a moment ago, and did not answer. */
  static RuntimeException perhapsDiscarded(String database, BlobDigest digest) {
    return new StoreDown(
        PluginErrorCode.SERVICE_UNAVAILABLE.status(),
        "the transaction was not committed, because the blob store of database `"
            + database
            + "` did not answer when it was told to remove the content sha256:"
            + digest.toHex()
            + ", to which nothing referred then: whether it will be there is certain in "
            + CommitGuard.DOUBT.toMinutes()
            + " minutes at the latest",
        null);
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
