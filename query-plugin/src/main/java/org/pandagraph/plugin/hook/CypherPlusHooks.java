/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.util.Objects;
import org.neo4j.common.DependencyResolver;
import org.neo4j.kernel.database.Database;
import org.neo4j.logging.LogProvider;

/** CypherPlus in a running DBMS: hooked once for all, then in each database. Thread-safe. */
public final class CypherPlusHooks {
  private final Neo4jInternals internals;
  private final StatementGate gate;

  /** Changes nothing yet. */
  public CypherPlusHooks(Neo4jInternals internals, StatementGate gate) {
    this.internals = Objects.requireNonNull(internals);
    this.gate = Objects.requireNonNull(gate);
  }

  /**
   * Hooks what stands before all databases.
   *
   * @param dbms resolves the DBMS's own components
   * @throws UnknownNeo4jException where they are not the known ones; nothing is changed then
   */
  public void hookDbms(DependencyResolver dbms, LogProvider logs) throws UnknownNeo4jException {
    internals.hookFabric(dbms, gate, logs);
  }

  /**
   * Hooks a database that has not started yet; leaves the system database alone.
   *
   * @param parts what stands in for parts of its query engine; null to leave Neo4j's own in place
   */
  public void hookDatabase(Database database, QueryEngineParts parts) {
    if (!database.isSystem()) {
      internals.hookDatabase(database, gate, parts);
    }
  }

  /**
   * Lets a hook see the commits of a database.
   *
   * @param database starting, at the time its extensions are started
   * @throws UnknownNeo4jException where its insides are not the known ones; nothing is changed then
   */
  public void hookCommits(Database database, CommitHook hook) throws UnknownNeo4jException {
    internals.hookCommits(database, hook);
  }
}
