/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.cypher.internal.Compiler;
import org.neo4j.cypher.internal.CompilerFactory;
import org.neo4j.cypher.internal.CypherCurrentCompiler;
import org.neo4j.cypher.internal.ExecutionEngine;
import org.neo4j.cypher.internal.RuntimeContext;
import org.neo4j.cypher.internal.options.CypherPlannerOption;
import org.neo4j.cypher.internal.options.CypherRuntimeOption;
import org.neo4j.cypher.internal.options.CypherVersion;
import scala.Function0;

/** Makes compilers as Neo4j does, with our {@link QueryEngineParts} in them. */
final class ExtendedCompilers implements CompilerFactory {
  private final CompilerFactory stock;
  private final Neo4jInternals internals;
  private final QueryEngineParts parts;

  ExtendedCompilers(CompilerFactory stock, Neo4jInternals internals, QueryEngineParts parts) {
    this.stock = stock;
    this.internals = internals;
    this.parts = parts;
  }

  @Override
  public boolean supportsAdministrativeCommands() {
    return stock.supportsAdministrativeCommands();
  }

  /** Only for the runtimes that Neo4j Community has; what it answers with a warning is its own. */
  @Override
  @SuppressWarnings("unchecked")
  public Compiler createCompiler(
      CypherVersion version,
      CypherPlannerOption planner,
      CypherRuntimeOption runtime,
      Function0<ExecutionEngine> engine) {
    Compiler compiler = stock.createCompiler(version, planner, runtime, engine);
    if (!(compiler instanceof CypherCurrentCompiler)
        || supportsAdministrativeCommands()
        || !("default".equals(runtime.name()) || "interpreted".equals(runtime.name()))) {
      return compiler;
    }
    CypherCurrentCompiler<RuntimeContext> current =
        (CypherCurrentCompiler<RuntimeContext>) compiler;
    internals.replacePlanner(current.planner(), parts);
    return new ExtendedCompiler(current, internals, parts);
  }
}
