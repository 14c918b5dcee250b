/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Gives what another iterator gives, and has the next one made in a thread of its own while the one
 * before is used. A single one is made by who asks for it. For one thread.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
  private final Iterator<T> source;

  /** Null where none is being made; while one is, nobody else uses the source. */
  private CompletableFuture<T> next;

  ReadAhead(Iterator<T> source) {
    this.source = source;
  }

  @Override
  public boolean hasNext() {
    return next != null || source.hasNext();
  }

  @Override
  public T next() {
    T item = next == null ? source.next() : await();
    if (source.hasNext()) {
      String name = Thread.currentThread().getName() + "-ahead";
      next = CompletableFuture.supplyAsync(source::next, reading -> start(reading, name));
    }
    return item;
  }

  private static void start(Runnable reading, String name) {
    Thread reader = new Thread(reading, name);
    reader.setDaemon(true);
    reader.start();
  }

  /** The one that is being made, or what went wrong with it. */
  private T await() {
    CompletableFuture<T> made = next;
    next = null;
    try {
      return made.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      throw (RuntimeException) e.getCause();
    }
  }

  /** Waits until nobody uses the source. */
  @Override
  public void close() {
    if (next != null) {
      try {
        await();
      } catch (RuntimeException e) {
        // Nobody asked for it.
      }
    }
  }
}
