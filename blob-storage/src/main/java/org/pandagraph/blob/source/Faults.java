/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobIOException;

/** Says what went wrong with one fetch, in words that fit all its protocols. Thread-safe. */
final class Faults {
  private final SourceUri uri;
  private final SourcePolicy policy;
  private final Fetch fetch;

  Faults(SourceUri uri, SourcePolicy policy, Fetch fetch) {
    this.uri = uri;
    this.policy = policy;
    this.fetch = fetch;
  }

  BlobIOException describe(IOException e) {
    if (e instanceof BlobIOException) {
      return (BlobIOException) e;
    }
    if (fetch.expired()) {
      return timeout("took longer than", policy.totalTimeout(), SourcePolicy.TOTAL_TIMEOUT, e);
    }
    if (Thread.currentThread().isInterrupted()) {
      return failed("was interrupted", e);
    }
    if (isTimeout(e)) {
      return isAboutConnecting(e)
          ? timeout(
              "gave no connection for", policy.connectTimeout(), SourcePolicy.CONNECT_TIMEOUT, e)
          : timeout("sent nothing for", policy.readTimeout(), SourcePolicy.READ_TIMEOUT, e);
    }
    if (e instanceof SSLException) {
      return failed("has no trusted, secure connection (" + e.getMessage() + ")", e);
    }
    return failed("failed: " + e.getMessage(), e);
  }

  /** Libraries wrap timeouts. */
  private static boolean isTimeout(IOException e) {
    return e instanceof InterruptedIOException || e.getCause() instanceof InterruptedIOException;
  }

  /** The JDK and the libraries tell it by their message alone. */
  private static boolean isAboutConnecting(IOException e) {
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("connect");
  }

  private BlobIOException timeout(String how, Duration limit, String setting, IOException e) {
    return new BlobIOException(
        BlobErrorCode.SOURCE_TIMEOUT,
        uri.shown() + " " + how + " " + limit.toMillis() + " ms (" + setting + " in neo4j.conf)",
        e);
  }

  private BlobIOException failed(String how, IOException e) {
    return new BlobIOException(BlobErrorCode.SOURCE_FAILED, uri.shown() + " " + how, e);
  }
}
