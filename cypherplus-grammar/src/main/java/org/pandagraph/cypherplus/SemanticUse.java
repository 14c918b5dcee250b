/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.Objects;
import java.util.Optional;

/**
 * One CypherPlus construct of a statement, for what can be checked before it runs: does the
 * algorithm exist, does a sub-property of that name, is there a comparator for two literals of
 * these types. Immutable.
 */
public final class SemanticUse {
  /** What an operand is known to be from the text alone. */
  public enum OperandType {
    STRING,
    INTEGER,
    FLOAT,
    BOOLEAN,
    MAP,
    LIST,
    BLOB,
    NULL,
    /** Anything that only running the statement tells. */
    UNKNOWN
  }

  private final InternalFunction function;
  private final String text;
  private final int offset;
  private final OperandType left;
  private final OperandType right;
  private final OperatorText operator;

  /**
   * @param text the literal without angle brackets, the sub-property's name (unquoted), or the
   *     operator with its suffix
   * @param offset where the construct's own token starts in the user's text
   * @param left operand's type; for a sub-property the type of its value; {@code UNKNOWN} for a
   *     literal
   * @param right operand's type; {@code UNKNOWN} where there is none
   * @param operator null unless it is an operator
   */
  public SemanticUse(
      InternalFunction function,
      String text,
      int offset,
      OperandType left,
      OperandType right,
      OperatorText operator) {
    this.function = Objects.requireNonNull(function);
    this.text = Objects.requireNonNull(text);
    this.offset = offset;
    this.left = Objects.requireNonNull(left);
    this.right = Objects.requireNonNull(right);
    this.operator = operator;
  }

  public InternalFunction function() {
    return function;
  }

  public String text() {
    return text;
  }

  public int offset() {
    return offset;
  }

  public OperandType left() {
    return left;
  }

  public OperandType right() {
    return right;
  }

  public Optional<OperatorText> operator() {
    return Optional.ofNullable(operator);
  }
}
