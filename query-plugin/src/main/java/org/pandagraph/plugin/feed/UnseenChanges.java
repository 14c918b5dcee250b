/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

/**
 * The entities that commits have touched and a consumer's data may not show yet. Whoever answers
 * from that data takes a snapshot first, then reads the data, and looks at the graph itself for
 * what the snapshot contains. Thread-safe.
 */
@FunctionalInterface
public interface UnseenChanges {
  /** Cheap where nothing has changed since the last one; else in the number of entities. */
  Snapshot snapshot();

  /** The set at one moment. Immutable. */
  interface Snapshot {
    /**
     * Whether all entities are known. Where not, the answer has to come from the graph, and the
     * sets say nothing.
     */
    boolean known();

    /**
     * Whether the data show the graph as it was at some moment, however long ago: not while they
     * are those of another graph, or nobody has looked yet whose they are.
     */
    boolean usable();

    /** Those that the data do not show however long one waits, until they change: the parked. */
    Snapshot lasting();

    /** Why it is not known, for people; empty where it is. */
    String reason();

    boolean containsNode(long id);

    boolean containsRelationship(long id);

    /** Ascending; not to be written to. */
    long[] nodes();

    /** Ascending; not to be written to. */
    long[] relationships();

    /**
     * What transactions up to this one have changed was in the set, or had left it, by then; the
     * highest number where that is of no interest.
     */
    long committedTransaction();

    /** The data showed what transactions up to this one have changed, but for what is parked. */
    long visibleTransaction();

    /** For how long the oldest of these commits has been waiting now, ms; 0 where there is none. */
    long lagMillis();
  }
}
