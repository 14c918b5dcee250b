/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.Objects;

/** {@code IS NOT NULL}: true where there is a property with this key, else false; never null. */
public final class Exists implements Predicate {
  private final String key;

  public Exists(String key) {
    this.key = Objects.requireNonNull(key);
  }

  /** Key of the property. */
  public String key() {
    return key;
  }

  @Override
  public <R, X extends Exception> R accept(PredicateVisitor<R, X> visitor) throws X {
    return visitor.visit(this);
  }

  @Override
  public String toCypher(String variable) {
    return property(variable) + " IS NOT NULL";
  }

  String property(String variable) {
    return CypherText.property(variable, key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Exists && key.equals(((Exists) other).key);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode();
  }

  @Override
  public String toString() {
    return toCypher("n");
  }
}
