/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.List;
import java.util.stream.Collectors;

/** False where one is false, else null where one is null, else true. */
public final class And implements Predicate {
  private final List<Predicate> predicates;

  /**
   * @param predicates none makes it true; copied
   */
  public And(List<Predicate> predicates) {
    this.predicates = List.copyOf(predicates);
  }

  public static And of(Predicate... predicates) {
    return new And(List.of(predicates));
  }

  /** In the order they were given; cannot be changed. */
  public List<Predicate> predicates() {
    return predicates;
  }

  @Override
  public <R, X extends Exception> R accept(PredicateVisitor<R, X> visitor) throws X {
    return visitor.visit(this);
  }

  @Override
  public String toCypher(String variable) {
    return predicates.isEmpty()
        ? "true"
        : predicates.stream()
            .map(p -> CypherText.operand(p, variable))
            .collect(Collectors.joining(" AND "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof And && predicates.equals(((And) other).predicates);
  }

  @Override
  public int hashCode() {
    return 31 * predicates.hashCode() + 1;
  }

  @Override
  public String toString() {
    return toCypher("n");
  }
}
