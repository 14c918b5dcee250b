/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.pandagraph.blob.BlobException;

/**
 * Registers uploads, and one ahead while contents in chunks are stored: the next need not wait for
 * the log to be flushed before its first chunk. Thread-safe.
 */
final class RegisteredUploads {
  /** Far less than the age at which anybody takes it for a leftover. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final UploadRegister register;
  private final AtomicReference<Registration> spare = new AtomicReference<>();

  RegisteredUploads(UploadRegister register) {
    this.register = register;
  }

  /** An id, and when its entry in the register is durable: no chunk is sent before. Immutable. */
  static final class Registration {
    private final byte[] id = Layout.newId();
    private final long since = System.nanoTime();
    private final CompletableFuture<Void> durable;

    private Registration(UploadRegister register) {
      durable = register.start(id);
    }

    byte[] id() {
      return id;
    }

    CompletableFuture<Void> durable() {
      return durable;
    }

    private boolean isGood() {
      return !durable.isCompletedExceptionally() && System.nanoTime() - since < GOOD_FOR.toNanos();
    }
  }

  /** One that nobody else has. */
  Registration take() {
    Registration taken = spare.getAndSet(null);
    if (taken != null && taken.isGood()) {
      return taken;
    }
    if (taken != null) {
      forget(taken);
    }
    return new Registration(register);
  }

  /** Registers the next one ahead; not waited for, and where it fails the next one sees to it. */
  void prepare() {
    if (spare.get() != null) {
      return;
    }
    try {
      Registration next = new Registration(register);
      if (!spare.compareAndSet(null, next)) {
        forget(next);
      }
    } catch (BlobException cannotNow) {
      // Nothing depends on it.
    }
  }

  /**
   * Gives up the one that is registered ahead, if any: nothing will be stored for a while.
   *
   * @param patience how long to wait for it
   */
  void drop(Duration patience) {
    Registration dropped = spare.getAndSet(null);
    if (dropped != null) {
      // What stays after all is a leftover.
      forget(dropped)
          .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
          .exceptionally(error -> null)
          .join();
    }
  }

  private CompletableFuture<Void> forget(Registration registration) {
    return registration.durable().thenCompose(done -> register.forget(registration.id()));
  }
}
