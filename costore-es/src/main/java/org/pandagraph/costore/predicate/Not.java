/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.Objects;

/** True where the other is false, false where it is true, null where it is null. */
public final class Not implements Predicate {
  private final Predicate predicate;

  public Not(Predicate predicate) {
    this.predicate = Objects.requireNonNull(predicate);
  }

  /** What is negated. */
  public Predicate predicate() {
    return predicate;
  }

  @Override
  public <R, X extends Exception> R accept(PredicateVisitor<R, X> visitor) throws X {
    return visitor.visit(this);
  }

  @Override
  public String toCypher(String variable) {
    if (predicate instanceof Exists) {
      return ((Exists) predicate).property(variable) + " IS NULL";
    }
    return "NOT " + CypherText.operand(predicate, variable);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Not && predicate.equals(((Not) other).predicate);
  }

  @Override
  public int hashCode() {
    return ~predicate.hashCode();
  }

  @Override
  public String toString() {
    return toCypher("n");
  }
}
