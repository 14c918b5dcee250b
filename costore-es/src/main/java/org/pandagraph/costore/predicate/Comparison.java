/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.Objects;

/**
 * A property compared with a value, the property on the left. Null where the property is missing,
 * the value is null, or Cypher does not order the two.
 */
public final class Comparison implements Predicate {
  /** Cypher's comparison operators. */
  public enum Operator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** As Cypher writes it. */
    public String symbol() {
      return symbol;
    }
  }

  private final String key;
  private final Operator operator;
  private final Object value;

  /**
   * @param value null for Cypher's null, else as the package says; not copied
   */
  public Comparison(String key, Operator operator, Object value) {
    this.key = Objects.requireNonNull(key);
    this.operator = Objects.requireNonNull(operator);
    this.value = value;
  }

  /** Key of the property. */
  public String key() {
    return key;
  }

  public Operator operator() {
    return operator;
  }

  /** What the property is compared with; null for Cypher's null. */
  public Object value() {
    return value;
  }

  @Override
  public <R, X extends Exception> R accept(PredicateVisitor<R, X> visitor) throws X {
    return visitor.visit(this);
  }

  @Override
  public String toCypher(String variable) {
    return CypherText.property(variable, key)
        + " "
        + operator.symbol()
        + " "
        + CypherText.value(value);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Comparison)) {
      return false;
    }
    Comparison that = (Comparison) other;
    return key.equals(that.key) && operator == that.operator && Objects.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, operator, value);
  }

  @Override
  public String toString() {
    return toCypher("n");
  }
}
