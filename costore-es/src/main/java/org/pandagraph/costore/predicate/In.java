/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A property equal to one of some values. Of no values it is false, for a missing property too;
 * else it is null for a missing property; with a null among the values it is true or null.
 */
public final class In implements Predicate {
  private final String key;
  private final List<Object> values;

  /**
   * @param values null for Cypher's null, else as the package says; the list is copied
   */
  public In(String key, List<?> values) {
    this.key = Objects.requireNonNull(key);
    this.values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** Key of the property. */
  public String key() {
    return key;
  }

  /** In the order they were given, nulls among them; cannot be changed. */
  public List<Object> values() {
    return values;
  }

  @Override
  public <R, X extends Exception> R accept(PredicateVisitor<R, X> visitor) throws X {
    return visitor.visit(this);
  }

  @Override
  public String toCypher(String variable) {
    return CypherText.property(variable, key)
        + " IN "
        + values.stream().map(CypherText::value).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof In
        && key.equals(((In) other).key)
        && values.equals(((In) other).values);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + values.hashCode();
  }

  @Override
  public String toString() {
    return toCypher("n");
  }
}
