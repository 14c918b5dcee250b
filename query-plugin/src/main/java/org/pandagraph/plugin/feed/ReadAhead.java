/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Gives what another iterator gives, and has the next one made in a thread of its own while the one
 * before is used. A single one is made by who asks for it. For one thread.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
  private final Iterator<T> source;

  /** Null where none is being made; while one is, nobody else uses the source. */
  private FutureTask<T> next;

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
      next = new FutureTask<>(source::next);
      Thread reader = new Thread(next, Thread.currentThread().getName() + "-ahead");
      reader.setDaemon(true);
      reader.start();
    }
    return item;
  }

  /** The one that is being made, or what went wrong with it. */
  private T await() {
    FutureTask<T> task = next;
    next = null;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      throw e.getCause() instanceof RuntimeException
          ? (RuntimeException) e.getCause()
          : new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
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
