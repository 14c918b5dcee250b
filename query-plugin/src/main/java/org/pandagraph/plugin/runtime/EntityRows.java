/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.List;
import org.neo4j.cypher.internal.runtime.CypherRow;

/** Makes rows of ids, as the leaf would. For one thread; to be closed. */
interface EntityRows extends AutoCloseable {
  /**
   * The rows of a node or relationship.
   *
   * @return the first for whatever is to be checked; none where it does not exist any more
   */
  List<CypherRow> of(long id);

  /** The id that a row of the leaf is about. */
  long id(CypherRow row);

  @Override
  void close();
}
