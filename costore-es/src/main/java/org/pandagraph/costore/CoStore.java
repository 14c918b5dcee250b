/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;

/**
 * A derived store of labels and property values that answers predicates with ids. Thread-safe; one
 * writer at a time ({@link #apply}, {@link #makeVisible}, {@link #checkpoint(Checkpoint)}, {@link
 * #startRebuild}) is enough for whoever feeds it.
 *
 * <p>A new one has no place for states yet: until the first {@link #startRebuild} is complete, its
 * {@link #checkpoint()} is empty and all else ends with {@link CoStoreErrorCode#INDEX_GONE}.
 *
 * <p>Every method throws {@link CoStoreException} where the store is down, says no or is not the
 * one it was; none of them gives fewer rows instead.
 */
public interface CoStore extends AutoCloseable {
  /** How many entities a count can do without. */
  int MOST_WITHOUT = 20_000;

  /**
   * Version of the way documents are laid out; where a {@link Checkpoint} has another one, all must
   * be fed anew.
   */
  int layoutVersion();

  /**
   * Takes states over; durable when it returns. Applying a state again, or one whose version is
   * lower than the stored one's, changes nothing. Where it throws, any part of them may have been
   * taken over: apply all of them again.
   *
   * @param states of any kinds; of several states of one id the one with the highest version counts
   * @return those that this store can never take, whatever else happens; all others are in
   */
  List<RejectedState> apply(List<EntityState> states);

  /** Returns once reads that start afterwards see all states applied before. */
  void makeVisible();

  /**
   * The ids of those entities for which the predicate is true, in ascending order; plus, marked as
   * such, some for which the store cannot tell. Each entity is judged once, by its state as of a
   * makeVisible that is not older than this call; later pages may be of a later one. Where a
   * rebuild is completed meanwhile, the stream ends with {@link CoStoreErrorCode#INDEX_GONE}.
   *
   * @return close it, also where it was not read to its end
   * @throws NotPushable where this store cannot answer the predicate exactly
   */
  IdStream ids(EntityKind kind, Predicate predicate) throws NotPushable;

  /**
   * How many entities there are for which the predicate is true, as of the last {@link
   * #makeVisible}.
   *
   * @throws NotPushable where this store cannot answer the predicate exactly
   * @throws NotExact where there are entities for which the store cannot tell
   */
  default long count(EntityKind kind, Predicate predicate) throws NotPushable, NotExact {
    return count(kind, predicate, new long[0]);
  }

  /**
   * As {@link #count(EntityKind, Predicate)}, but for entities that are not to be counted, whatever
   * the store has of them.
   *
   * @param without their ids, at most {@link #MOST_WITHOUT}
   */
  long count(EntityKind kind, Predicate predicate, long[] without) throws NotPushable, NotExact;

  /**
   * About how many there are, those the store cannot tell of included: for estimates.
   *
   * @throws NotPushable where this store cannot answer the predicate exactly
   */
  long estimate(EntityKind kind, Predicate predicate) throws NotPushable;

  /**
   * Full-text search over the string values of entities with a label, best first.
   *
   * @param label a node's label; null for all nodes
   * @param text words; entities with more and rarer ones of them come first
   * @param limit how many at most, 1 to 10,000
   */
  List<ScoredId> search(String label, String text, int limit);

  /** How far it has been fed; empty where it is new, or was lost. */
  Optional<Checkpoint> checkpoint();

  /** Says how far it has been fed; durable when it returns, together with all applied before. */
  void checkpoint(Checkpoint checkpoint);

  /**
   * Starts to fill an empty place beside the present data, which goes on answering and taking
   * states. One that was started before and not completed is given up, by whomever.
   */
  Rebuild startRebuild();

  /**
   * For parity checks: ids in a range with the {@link StateDigest} of each one's state, in
   * ascending order, as of the last {@link #makeVisible}. Close the stream.
   *
   * @param fromId inclusive
   * @param toId exclusive
   */
  Stream<IdDigest> digests(EntityKind kind, long fromId, long toId);

  /** Asks the store how it is; does not throw. Takes some connect timeouts at most. */
  CoStoreHealth health();

  /** What it has been asked for since it was opened. */
  CoStoreMetrics metrics();

  /** Ends all requests and streams. */
  @Override
  void close();
}
