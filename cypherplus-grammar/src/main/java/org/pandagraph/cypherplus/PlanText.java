/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/**
 * Puts CypherPlus back where text that Neo4j made (plan descriptions, error messages,
 * notifications) shows a call of an internal function. Thread-safe.
 */
public interface PlanText {
  /** The one way to do it; keeps no state. */
  static PlanText create() {
    return new InternalCallRestorer();
  }

  /**
   * The text with every complete internal call replaced by the CypherPlus it stands for, with
   * parentheses where its place needs them; a text without one is returned as it is.
   */
  String restore(String text);
}
