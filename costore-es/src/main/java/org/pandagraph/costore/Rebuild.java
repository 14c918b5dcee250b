/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.List;

/**
 * A co-store's data being filled anew, beside those that answer. For one thread.
 *
 * <p>Closed without {@link #complete} it leaves everything as it was.
 */
public interface Rebuild extends AutoCloseable {
  /** Takes states over into the new data; as {@link CoStore#apply}. */
  List<RejectedState> apply(List<EntityState> states);

  /**
   * Puts the new data in place of the old, in one step and visible at once, and removes the old.
   * What was applied to the store itself meanwhile is not in them: apply all changes after the
   * checkpoint again.
   *
   * @param checkpoint how far the graph had come before the first state was read
   */
  void complete(Checkpoint checkpoint);

  /** Gives it up, where it is not complete. */
  @Override
  void close();
}
