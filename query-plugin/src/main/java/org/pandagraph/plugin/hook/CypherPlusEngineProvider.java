/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.collection.Dependencies;
import org.neo4j.cypher.internal.javacompat.CommunityCypherEngineProvider;
import org.neo4j.cypher.internal.javacompat.ExecutionEngine;
import org.neo4j.kernel.impl.query.QueryEngineProvider;
import org.neo4j.kernel.impl.query.QueryExecutionEngine;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Makes a database's engine as Neo4j does, then teaches it CypherPlus. */
final class CypherPlusEngineProvider extends CommunityCypherEngineProvider {
  private final Neo4jInternals internals;
  private final StatementGate gate;

  CypherPlusEngineProvider(Neo4jInternals internals, StatementGate gate) {
    this.internals = internals;
    this.gate = gate;
  }

  @Override
  protected QueryExecutionEngine createEngine(
      Dependencies dependencies,
      GraphDatabaseAPI database,
      boolean isSystemDatabase,
      QueryEngineProvider.SPI spi) {
    QueryExecutionEngine engine = super.createEngine(dependencies, database, isSystemDatabase, spi);
    if (isSystemDatabase || !(engine instanceof ExecutionEngine)) {
      return engine;
    }
    ExecutionEngine javaEngine = (ExecutionEngine) engine;
    org.neo4j.cypher.internal.ExecutionEngine inner = javaEngine.getCypherExecutionEngine();
    internals.replacePreParser(
        inner, new CypherPlusPreParser(inner.config(), inner.cacheFactory(), gate));
    return new CypherPlusEngine(javaEngine, gate);
  }
}
