/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.List;
import java.util.stream.Collectors;

/** Some predicates put together by one word. Immutable. */
abstract class Junction implements Predicate {
  private final List<Predicate> predicates;
  private final String word;
  private final String ofNone;

  /**
   * @param predicates copied
   * @param word between them, in Cypher
   * @param ofNone what it is in Cypher where there are none
   */
  Junction(List<Predicate> predicates, String word, String ofNone) {
    this.predicates = List.copyOf(predicates);
    this.word = word;
    this.ofNone = ofNone;
  }

  /** In the order they were given; cannot be changed. */
  public List<Predicate> predicates() {
    return predicates;
  }

  @Override
  public String toCypher(String variable) {
    return predicates.isEmpty()
        ? ofNone
        : predicates.stream()
            .map(p -> CypherText.operand(p, variable))
            .collect(Collectors.joining(" " + word + " "));
  }

  @Override
  public boolean equals(Object other) {
    return other != null
        && getClass() == other.getClass()
        && predicates.equals(((Junction) other).predicates);
  }

  @Override
  public int hashCode() {
    return 31 * predicates.hashCode() + word.hashCode();
  }

  @Override
  public String toString() {
    return toCypher("n");
  }
}
