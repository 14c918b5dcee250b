/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.collection.Dependencies;
import org.neo4j.cypher.internal.CompilerFactory;
import org.neo4j.cypher.internal.CypherRuntimeConfiguration;
import org.neo4j.cypher.internal.compiler.CypherPlannerConfiguration;
import org.neo4j.cypher.internal.javacompat.CommunityCypherEngineProvider;
import org.neo4j.cypher.internal.javacompat.ExecutionEngine;
import org.neo4j.cypher.internal.javacompat.GraphDatabaseCypherService;
import org.neo4j.kernel.impl.query.QueryEngineProvider;
import org.neo4j.kernel.impl.query.QueryExecutionEngine;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Makes a database's engine as Neo4j does, then teaches it CypherPlus. */
final class CypherPlusEngineProvider extends CommunityCypherEngineProvider {
  private final Neo4jInternals internals;
  private final StatementGate gate;
  private final QueryEngineParts parts;

  /**
   * @param parts what stands in for the engine's own; null for nothing
   */
  CypherPlusEngineProvider(Neo4jInternals internals, StatementGate gate, QueryEngineParts parts) {
    this.internals = internals;
    this.gate = gate;
    this.parts = parts;
  }

  @Override
  protected CompilerFactory makeCompilerFactory(
      GraphDatabaseCypherService service,
      QueryEngineProvider.SPI spi,
      CypherPlannerConfiguration plannerConfig,
      CypherRuntimeConfiguration runtimeConfig) {
    CompilerFactory stock = super.makeCompilerFactory(service, spi, plannerConfig, runtimeConfig);
    return parts == null ? stock : new ExtendedCompilers(stock, internals, parts);
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
