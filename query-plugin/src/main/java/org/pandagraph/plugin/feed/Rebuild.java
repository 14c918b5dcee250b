/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.List;

/** A copy of a consumer's data that is being made from nothing. */
public interface Rebuild {
  /** As {@link ChangeConsumer#apply}, into the copy. */
  List<Rejection> apply(List<EntityState> states) throws ConsumerException;

  /**
   * Makes the copy durable and visible, writes its checkpoint, and puts it in the place of the data
   * in use, at once: a read sees either one or the other. Nothing is called on this object after
   * it.
   */
  void finish(Checkpoint checkpoint) throws ConsumerException;

  /** Throws the copy away, as far as possible. */
  void discard();
}
