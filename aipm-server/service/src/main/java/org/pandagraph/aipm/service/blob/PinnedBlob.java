/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.blob;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A content that stays until this is closed. Thread-safe. */
public final class PinnedBlob implements AutoCloseable {
  private final String digest;
  private final long length;
  private final Path file;
  private final Runnable unpin;
  private final AtomicBoolean closed = new AtomicBoolean();

  PinnedBlob(String digest, long length, Path file, Runnable unpin) {
    this.digest = digest;
    this.length = length;
    this.file = file;
    this.unpin = unpin;
  }

  /** SHA-256, 64 lower-case hexadecimal digits. */
  public String digest() {
    return digest;
  }

  /** In bytes. */
  public long length() {
    return length;
  }

  public Path file() {
    return file;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      unpin.run();
    }
  }
}
