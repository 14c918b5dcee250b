/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.hbase.NamespaceNotFoundException;
import org.apache.hadoop.hbase.NotServingRegionException;
import org.apache.hadoop.hbase.RegionTooBusyException;
import org.apache.hadoop.hbase.TableNotEnabledException;
import org.apache.hadoop.hbase.TableNotFoundException;
import org.apache.hadoop.hbase.exceptions.TimeoutIOException;
import org.apache.hadoop.hbase.ipc.CallTimeoutException;
import org.apache.hadoop.hbase.security.AccessDeniedException;
import org.apache.hadoop.ipc.RemoteException;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

/**
 * Says what went wrong with HBase: what was done, where, and why it failed. Whether a failure was
 * tried again is HBase's own decision, by the class of its exception, before it comes here.
 * Immutable.
 */
final class StoreFaults {
  private static final int LONGEST_REASON = 300;

  /** What region servers say of it, in an exception of no class of its own. */
  private static final String CELL_TOO_LARGE = "exceeds limit of ";

  private final HBaseBlobStoreConfig config;

  StoreFaults(HBaseBlobStoreConfig config) {
    this.config = config;
  }

  /** The store, for messages. */
  String place() {
    return "the blob store in HBase (ZooKeeper "
        + config.quorum()
        + ", namespace "
        + config.namespace()
        + ")";
  }

  /**
   * A store that cannot be used.
   *
   * @param what was tried, such as {@code write to}
   */
  BlobException unavailable(String what, Throwable cause) {
    Throwable found = unwrapped(cause);
    if (found instanceof BlobException) {
      return (BlobException) found;
    }
    return new BlobException(
        BlobErrorCode.STORE_UNAVAILABLE,
        "cannot " + what + " " + place() + ": " + reason(found),
        found);
  }

  BlobException unavailable(String what, String reason) {
    return new BlobException(
        BlobErrorCode.STORE_UNAVAILABLE, "cannot " + what + " " + place() + ": " + reason);
  }

  private String reason(Throwable found) {
    Throwable root = root(found);
    if (root instanceof AccessDeniedException) {
      return "this user has no permission: " + message(root);
    }
    if (root instanceof NamespaceNotFoundException) {
      return "there is no such namespace: " + message(root);
    }
    if (root instanceof TableNotFoundException) {
      return "a table is gone: " + message(root);
    }
    if (root instanceof TableNotEnabledException) {
      return "a table is disabled: " + message(root);
    }
    if (String.valueOf(root.getMessage()).contains(CELL_TOO_LARGE)) {
      return "a piece of the content is larger than HBase takes, raise"
          + " hbase.server.keyvalue.maxsize there, or lower the chunk size"
          + " (panda.blob.hbase.chunk_size): "
          + message(root);
    }
    if (root instanceof RegionTooBusyException) {
      return "a region takes no writes for now, its memory or disk is full: " + message(root);
    }
    if (root instanceof NotServingRegionException) {
      return "a region is not served, it moves or its table is disabled: " + message(root);
    }
    if (root instanceof CallTimeoutException
        || root instanceof TimeoutIOException
        || root instanceof TimeoutException) {
      return "no answer within the operation timeout of " + config.operationTimeout();
    }
    return root.getClass().getSimpleName() + ": " + message(root);
  }

  private static String message(Throwable root) {
    String text = String.valueOf(root.getMessage());
    int line = text.indexOf('\n');
    String first = line < 0 ? text : text.substring(0, line);
    if (first.length() <= LONGEST_REASON) {
      return first;
    }
    // Rows stand in the middle, whose bytes tell nothing; what is wrong with them is before or
    // after.
    int half = LONGEST_REASON / 2;
    return first.substring(0, half) + " ... " + first.substring(first.length() - half);
  }

  private static Throwable root(Throwable found) {
    Throwable root = found;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    // What a server threw comes as its class's name and its text.
    return root instanceof RemoteException
        ? ((RemoteException) root).unwrapRemoteException()
        : root;
  }

  private static Throwable unwrapped(Throwable cause) {
    Throwable found = cause;
    while ((found instanceof CompletionException || found instanceof ExecutionException)
        && found.getCause() != null) {
      found = found.getCause();
    }
    return found;
  }
}
