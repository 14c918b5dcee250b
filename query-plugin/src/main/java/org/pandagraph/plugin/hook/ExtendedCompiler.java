/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.cypher.internal.CypherCurrentCompiler;
import org.neo4j.cypher.internal.ExecutableQuery;
import org.neo4j.cypher.internal.InputQuery;
import org.neo4j.cypher.internal.RuntimeContext;
import org.neo4j.cypher.internal.frontend.phases.CompilationPhaseTracer;
import org.neo4j.cypher.internal.util.InternalNotification;
import org.neo4j.kernel.impl.query.TransactionalContext;
import org.neo4j.values.virtual.MapValue;

/** Neo4j's compiler with our runtime; what it compiles describes itself with our operators. */
final class ExtendedCompiler extends CypherCurrentCompiler<RuntimeContext> {
  private static final long serialVersionUID = 1L;

  private final transient Neo4jInternals internals;
  private final transient QueryEngineParts parts;

  ExtendedCompiler(
      CypherCurrentCompiler<RuntimeContext> stock,
      Neo4jInternals internals,
      QueryEngineParts parts) {
    super(
        stock.planner(),
        parts.runtime(stock.runtime()),
        stock.contextManager(),
        stock.kernelMonitors());
    this.internals = internals;
    this.parts = parts;
  }

  @Override
  public ExecutableQuery compile(
      InputQuery query,
      CompilationPhaseTracer tracer,
      scala.collection.immutable.Set<InternalNotification> notifications,
      TransactionalContext context,
      MapValue parameters) {
    ExecutableQuery executable = super.compile(query, tracer, notifications, context, parameters);
    internals.describe(executable, parts);
    return executable;
  }
}
