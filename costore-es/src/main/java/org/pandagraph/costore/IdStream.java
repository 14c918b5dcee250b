/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

/**
 * An answer in pages, fetched as they are asked for, the next one ahead. For one thread; {@link
 * #close} may be called from any and ends a {@link #next} that waits.
 */
public interface IdStream extends AutoCloseable {
  /**
   * How many ids there are in all, those to verify included; waits for the first page, which is
   * under way from the start.
   *
   * @throws CoStoreException as {@link #next}
   */
  long total();

  /**
   * The next page.
   *
   * @return null where there is none; never an empty page
   * @throws CoStoreException where it cannot be had; the stream has ended then
   */
  IdPage next();

  /** Requests that were made for it so far. */
  int requests();

  /** Ends it and frees what the store holds for it; can be called again. */
  @Override
  void close();
}
