/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.util.Map;

/** A database to run queries on, each in a transaction of its own. */
interface Target extends AutoCloseable {

  /**
   * Runs a query, reads all of its rows and commits. Never throws for what the query did.
   *
   * @param parameters values of plain Java types: null, Boolean, Long, Double, String, List, Map
   */
  Answer run(String query, Map<String, Object> parameters);

  @Override
  void close();
}
