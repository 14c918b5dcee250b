/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import java.util.function.UnaryOperator;
import org.elasticsearch.client.Request;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.CoStoreMetrics;

/**
 * Pages of one answer, one asked for ahead. All are of one generation, and end with it. Two pages
 * may be of different moments where makeVisible comes between them; each entity is judged once, as
 * of then.
 */
final class PageStream implements AutoCloseable {
  private final Requests requests;
  private final Generation generation;
  private final Pages pages;
  private final CoStoreMetrics metrics;
  private final CoStoreMetrics.Operation operation;
  private final UnaryOperator<CoStoreException> explain;
  private volatile Requests.Pending pending;
  private Request asked;
  private SearchPage ready;
  private long total = -1;
  private int sent;
  private boolean ended;
  private volatile boolean closed;
  private long askedAt;

  PageStream(
      Requests requests,
      Generation generation,
      Pages pages,
      CoStoreMetrics metrics,
      CoStoreMetrics.Operation operation,
      UnaryOperator<CoStoreException> explain) {
    this.requests = requests;
    this.generation = generation;
    this.pages = pages;
    this.metrics = metrics;
    this.operation = operation;
    this.explain = explain;
    ask(pages.first());
  }

  private void ask(Request request) {
    asked = request;
    askedAt = System.nanoTime();
    sent++;
    pending = requests.startRead(request);
  }

  /** Hits in all; waits for the first page. */
  long total() {
    if (total < 0) {
      ready = take();
    }
    return total;
  }

  /** The next page; null where there is none. */
  SearchPage next() {
    SearchPage page = ready;
    ready = null;
    if (page == null) {
      page = ended ? null : take();
    }
    return page == null || page.size() == 0 ? null : page;
  }

  int requests() {
    return sent;
  }

  private SearchPage take() {
    requireOpen();
    SearchPage page;
    try {
      page = requests.retryRead(this::attempt);
    } catch (CoStoreException e) {
      ended = true;
      CoStoreException reported = closed ? closedException() : explain.apply(e);
      metrics.failed(reported.code());
      throw reported;
    } finally {
      metrics.called(operation, System.nanoTime() - askedAt);
    }
    requireLive();
    metrics.idsGiven(page.size());
    if (total < 0) {
      total = page.total();
    }
    // One that is full may be the last: the total of the first page need not hold later.
    if (page.size() < pages.size()) {
      ended = true;
    } else {
      ask(pages.after(page.lastId()));
    }
    return page;
  }

  private SearchPage attempt() {
    Requests.Pending answer = pending;
    if (answer == null) {
      sent++;
      answer = requests.startRead(asked);
      pending = answer;
    }
    try {
      return SearchPage.of(answer.await(), pages.size(), pages.hasField());
    } finally {
      pending = null;
    }
  }

  /** What another generation took the place of stays as it was: it is too old from then on. */
  private void requireLive() {
    if (generation.isReplaced()) {
      ended = true;
      throw new CoStoreException(
          CoStoreErrorCode.INDEX_GONE, "other indexes took the place of those that were read");
    }
  }

  private void requireOpen() {
    if (closed) {
      throw closedException();
    }
  }

  private static CoStoreException closedException() {
    return new CoStoreException(CoStoreErrorCode.CLOSED, "the stream is closed");
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    Requests.Pending under = pending;
    if (under != null) {
      under.cancel();
    }
  }
}
