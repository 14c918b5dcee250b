/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.List;
import java.util.stream.Collectors;

/** True where one is true, else null where one is null, else false. */
public final class Or implements Predicate {
  private final List<Predicate> predicates;

  /**
   * @param predicates none makes it false; copied
   */
  public Or(List<Predicate> predicates) {
    this.predicates = List.copyOf(predicates);
  }

  public static Or of(Predicate... predicates) {
    return new Or(List.of(predicates));
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
        ? "false"
        : predicates.stream()
            .map(p -> CypherText.operand(p, variable))
            .collect(Collectors.joining(" OR "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Or && predicates.equals(((Or) other).predicates);
  }

  @Override
  public int hashCode() {
    return 37 * predicates.hashCode() + 1;
  }

  @Override
  public String toString() {
    return toCypher("n");
  }
}
