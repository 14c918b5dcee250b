/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.time.Duration;
import org.pandagraph.aipm.wire.Catalogue;

/**
 * Keeps the catalogue for a time. While the service cannot give a newer one, the old one stays
 * good: what was extracted before still answers queries. Thread-safe.
 */
final class CatalogueCache {
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);

  private final Exchange exchange;
  private final AipmClientConfig config;
  private final Duration timeout;

  private Catalogue catalogue;
  private AipmException failure;
  private long goodUntilNanos;

  CatalogueCache(Exchange exchange, AipmClientConfig config) {
    this.exchange = exchange;
    this.config = config;
    this.timeout = config.timeout().compareTo(MAX_WAIT) < 0 ? config.timeout() : MAX_WAIT;
  }

  synchronized Catalogue get() {
    boolean asked = catalogue != null || failure != null;
    if (!asked || System.nanoTime() - goodUntilNanos >= 0) {
      refresh();
    }
    if (catalogue == null) {
      throw new AipmException(failure.code(), failure.getMessage(), failure);
    }
    return catalogue;
  }

  /** Asks again although the time is not over. */
  synchronized Catalogue refreshed() {
    refresh();
    return get();
  }

  private void refresh() {
    try {
      catalogue = exchange.get(Catalogue.class, timeout, "v1", "catalogue");
      failure = null;
      goodUntilNanos = System.nanoTime() + config.catalogueTtl().toNanos();
    } catch (AipmException e) {
      failure = e;
      // The next row of the same query must not wait for the same failure again.
      goodUntilNanos = System.nanoTime() + config.restAfterFailure().toNanos();
      if (e.code() == AipmErrorCode.UNAUTHORIZED) {
        catalogue = null;
      }
    }
  }
}
