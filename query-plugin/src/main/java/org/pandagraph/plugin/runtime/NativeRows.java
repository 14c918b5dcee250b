/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.function.Predicate;
import org.neo4j.cypher.internal.runtime.ClosingIterator;
import org.neo4j.cypher.internal.runtime.CypherRow;

/** The rows of a seek as Neo4j's own leaf and filter find them. */
@FunctionalInterface
interface NativeRows {
  /**
   * Opens the leaf, now.
   *
   * @param wanted asked for each row of the leaf when it is read, before the filter is
   */
  ClosingIterator<CypherRow> open(Predicate<CypherRow> wanted);
}
