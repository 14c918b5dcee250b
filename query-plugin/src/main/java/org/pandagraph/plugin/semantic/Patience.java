/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pandagraph.aipm.client.AipmException;

/**
 * How long a statement waits for work done elsewhere: until it is done, or the statement's
 * transaction has been terminated. Neo4j marks a transaction and lets its thread go on, so whoever
 * waits has to look. Thread-safe.
 */
public final class Patience {
  /** Of who waits for no statement. */
  public static final Patience ENDLESS = new Patience(() -> {});

  private static final long LOOK_MILLIS = 50;

  private final Runnable check;

  /**
   * @param check throws, what the user is to see, once the transaction has been terminated; called
   *     some 20 times a second while waiting
   */
  public Patience(Runnable check) {
    this.check = Objects.requireNonNull(check);
  }

  /**
   * Waits, and gives the work's result or throws its error. Where the check throws, so does this;
   * the work goes on without whoever waited.
   */
  <T> T await(Future<T> work) {
    boolean interrupted = false;
    try {
      while (true) {
        if (!work.isDone()) {
          check.run();
        }
        try {
          return work.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillAtIt) {
          // Look again.
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw asHere(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The error of another thread, thrown by this one. */
  private static RuntimeException asHere(Throwable cause) {
    if (cause instanceof AipmException) {
      return new AipmException(((AipmException) cause).code(), cause.getMessage(), cause);
    }
    if (cause instanceof Error) {
      throw (Error) cause;
    }
    return cause instanceof RuntimeException
        ? (RuntimeException) cause
        : new IllegalStateException(cause);
  }
}
