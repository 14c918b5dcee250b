/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.Objects;

/** True of a node with a label, of a relationship of a type, else false; never null. */
public final class HasLabel implements Predicate {
  private final String name;

  public HasLabel(String name) {
    this.name = Objects.requireNonNull(name);
  }

  /** The label's or type's name. */
  public String name() {
    return name;
  }

  @Override
  public <R, X extends Exception> R accept(PredicateVisitor<R, X> visitor) throws X {
    return visitor.visit(this);
  }

  @Override
  public String toCypher(String variable) {
    return CypherText.name(variable) + ":" + CypherText.name(name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HasLabel && name.equals(((HasLabel) other).name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return toCypher("n");
  }
}
