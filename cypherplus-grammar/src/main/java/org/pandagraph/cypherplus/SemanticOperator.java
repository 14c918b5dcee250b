/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/** The eight semantic operators of CypherPlus. */
public enum SemanticOperator {
  COMPARE("::", InternalFunction.COMPARE),
  SET_COMPARE(":::", InternalFunction.SET_COMPARE),
  LIKE("~:", InternalFunction.LIKE),
  UNLIKE("!:", InternalFunction.LIKE),
  CONTAINS(">:", InternalFunction.LIKE),
  IN("<:", InternalFunction.LIKE),
  CONTAINS_SET(">>:", InternalFunction.LIKE),
  SET_IN("<<:", InternalFunction.LIKE);

  private final String symbol;
  private final InternalFunction function;

  SemanticOperator(String symbol, InternalFunction function) {
    this.symbol = symbol;
    this.function = function;
  }

  /** The operator as it is typed, without suffix. */
  public String symbol() {
    return symbol;
  }

  /** The internal function it becomes. */
  public InternalFunction function() {
    return function;
  }

  /** Whether its suffix may carry a threshold: true for the Boolean operators. */
  public boolean takesThreshold() {
    return function == InternalFunction.LIKE;
  }
}
