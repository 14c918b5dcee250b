/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

/** A hit of a full-text search. Immutable. */
public final class ScoredId {
  private final long id;
  private final double score;

  public ScoredId(long id, double score) {
    this.id = id;
    this.score = score;
  }

  public long id() {
    return id;
  }

  /** Above 0; higher is better, comparable within one search only. */
  public double score() {
    return score;
  }

  @Override
  public String toString() {
    return id + " (" + score + ")";
  }
}
