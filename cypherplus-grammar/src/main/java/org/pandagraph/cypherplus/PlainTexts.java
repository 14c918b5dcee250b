/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Some of the statements found plain last. One statement is asked about at each place it passes on
 * its way through Neo4j, as the very same object: this makes every time but the first one free.
 *
 * <p>Holds no statement in memory: one that nobody else knows any more is forgotten. Statements may
 * be large, and those that set a password are kept nowhere in Neo4j either.
 *
 * <p>A statement's place is given by its length, since the hash of a fresh string takes longer than
 * the check it would save. Two statements at one place push each other out, and are checked again.
 *
 * <p>Thread-safe.
 */
final class PlainTexts {
  private static final int PLACES = 256;

  private final AtomicReferenceArray<WeakReference<String>> texts =
      new AtomicReferenceArray<>(PLACES);

  /** Whether this text was found plain and is still remembered. */
  boolean contains(String text) {
    WeakReference<String> found = texts.getAcquire(place(text));
    return found != null && text.equals(found.get());
  }

  /** Remembers a text that was found plain. */
  void add(String text) {
    texts.setRelease(place(text), new WeakReference<>(text));
  }

  private static int place(String text) {
    return text.length() % PLACES;
  }
}
