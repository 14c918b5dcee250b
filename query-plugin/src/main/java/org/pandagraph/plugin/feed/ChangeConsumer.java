/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.List;
import java.util.Optional;

/**
 * Derives data from one database's graph. One thread at a time calls it, but for {@link
 * #stopping()}. Unchecked exceptions are taken for a fault of what was handed over: it is tried in
 * smaller pieces, and what fails alone is parked.
 */
public interface ChangeConsumer {
  /** Unique among the consumers of a database; shown in status and logs. */
  String name();

  /**
   * Reads what {@link #commit} wrote last.
   *
   * @return empty where there is nothing, or data of another layout: a rebuild follows
   */
  Optional<Checkpoint> checkpoint() throws ConsumerException;

  /**
   * Takes states of changed entities. A state may come more than once, and after a newer one: one
   * with a lower version than what there is has to be ignored, tombstones included.
   *
   * @param states no entity twice
   * @return those that were refused for what is in them; all others were taken
   */
  List<Rejection> apply(List<EntityState> states) throws ConsumerException;

  /** Makes durable what was applied, then replaces the checkpoint, durably. */
  void commit(Checkpoint checkpoint) throws ConsumerException;

  /** After it, all that was applied is seen by reads that begin. */
  void makeVisible() throws ConsumerException;

  /**
   * Begins a copy beside the data in use, which goes on to be read and, where it still can be, to
   * be fed. What an interrupted rebuild left is removed.
   */
  Rebuild startRebuild() throws ConsumerException;

  /** The database stops: a call that is running should return or throw soon. Thread-safe. */
  default void stopping() {}

  /** The feed has ended; nothing is called after it. */
  default void close() {}
}
