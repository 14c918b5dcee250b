/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

/**
 * A condition on one node or relationship; true, false or null of each, after Cypher's rules. A
 * query's row passes where it is true. Immutable; equal where written alike.
 *
 * <p>Implemented by the classes of this package alone: {@link And}, {@link Or}, {@link Not}, {@link
 * HasLabel}, {@link Comparison}, {@link In}, {@link TextMatch} and {@link Exists}.
 */
public interface Predicate {
  /**
   * Calls the visitor's method for this class.
   *
   * @throws X where the visitor does
   */
  <R, X extends Exception> R accept(PredicateVisitor<R, X> visitor) throws X;

  /**
   * This predicate in Cypher.
   *
   * @param variable name of the node or relationship; quoted where it has to be
   */
  String toCypher(String variable);
}
