/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/**
 * The internal functions that CypherPlus constructs become. The one place that knows their names:
 * the translator writes them, the plugin registers them, {@code PlanText} hides them again.
 */
public enum InternalFunction {
  /** {@code (text, offset)}: the blob a literal stands for; the text is without angle brackets. */
  LITERAL("literal"),
  /** {@code (value, {`->name`: offset})}: a sub-property. */
  PROPERTY("property"),
  /** {@code (x, y, {`::algorithm`: offset})}: similarity, a Float in [0,1]. */
  COMPARE("compare"),
  /** {@code (x, y, {`:::algorithm`: offset})}: similarities, one row for each element of x. */
  SET_COMPARE("setCompare"),
  /** {@code (x, y, {`~:algorithm/threshold`: offset} [, threshold])}: the Boolean operators. */
  LIKE("like");

  /** The namespace of all of them. */
  public static final String NAMESPACE = "panda.internal";

  private final String simpleName;

  InternalFunction(String simpleName) {
    this.simpleName = simpleName;
  }

  /** The name without its namespace. */
  public String simpleName() {
    return simpleName;
  }

  /** The name with its namespace, as it stands in translated text. */
  public String qualifiedName() {
    return NAMESPACE + "." + simpleName;
  }
}
