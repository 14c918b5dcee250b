/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import org.pandagraph.cypherplus.Translation;

/** Finds what is wrong with a CypherPlus statement before Neo4j sees it. Thread-safe. */
@FunctionalInterface
public interface StatementCheck {
  /**
   * Called each time a statement with a CypherPlus construct is about to be planned or run, so it
   * has to be quick, and must let pass what cannot be told at the moment (say, because a service is
   * down).
   *
   * @param translation never a plain one
   * @throws org.pandagraph.plugin.error.CypherPlusError with the offset in the user's text
   */
  void check(Translation translation);
}
