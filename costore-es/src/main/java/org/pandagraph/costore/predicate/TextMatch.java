/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.Objects;

/**
 * A string property that starts with, ends with or contains a text, case and all. Null where the
 * property is missing or is no string, or the text is null.
 */
public final class TextMatch implements Predicate {
  /** Cypher's text operators. */
  public enum Operator {
    STARTS_WITH("STARTS WITH"),
    ENDS_WITH("ENDS WITH"),
    CONTAINS("CONTAINS");

    private final String keyword;

    Operator(String keyword) {
      this.keyword = keyword;
    }

    /** As Cypher writes it. */
    public String keyword() {
      return keyword;
    }
  }

  private final String key;
  private final Operator operator;
  private final String text;

  /**
   * @param text null for Cypher's null
   */
  public TextMatch(String key, Operator operator, String text) {
    this.key = Objects.requireNonNull(key);
    this.operator = Objects.requireNonNull(operator);
    this.text = text;
  }

  /** Key of the property. */
  public String key() {
    return key;
  }

  public Operator operator() {
    return operator;
  }

  /** What is looked for; null for Cypher's null. */
  public String text() {
    return text;
  }

  @Override
  public <R, X extends Exception> R accept(PredicateVisitor<R, X> visitor) throws X {
    return visitor.visit(this);
  }

  @Override
  public String toCypher(String variable) {
    return CypherText.property(variable, key)
        + " "
        + operator.keyword()
        + " "
        + CypherText.value(text);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof TextMatch)) {
      return false;
    }
    TextMatch that = (TextMatch) other;
    return key.equals(that.key) && operator == that.operator && Objects.equals(text, that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, operator, text);
  }

  @Override
  public String toString() {
    return toCypher("n");
  }
}
