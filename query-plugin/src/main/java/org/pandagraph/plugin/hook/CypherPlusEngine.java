/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.util.List;
import org.neo4j.cypher.internal.CypherQueryObfuscator;
import org.neo4j.cypher.internal.FullyParsedQuery;
import org.neo4j.cypher.internal.javacompat.ExecutionEngine;
import org.neo4j.cypher.internal.runtime.InputDataStream;
import org.neo4j.exceptions.Neo4jException;
import org.neo4j.kernel.impl.query.FunctionInformation;
import org.neo4j.kernel.impl.query.QueryExecution;
import org.neo4j.kernel.impl.query.QueryExecutionKernelException;
import org.neo4j.kernel.impl.query.QueryExecutionMonitor;
import org.neo4j.kernel.impl.query.QuerySubscriber;
import org.neo4j.kernel.impl.query.TransactionalContext;
import org.neo4j.values.virtual.MapValue;

/**
 * A database's engine whose errors, plans and notifications speak the user's text. Serves the
 * embedded API, and Fabric, which hands it statements parsed already.
 */
final class CypherPlusEngine extends ExecutionEngine {
  private final ExecutionEngine original;
  private final StatementGate gate;

  CypherPlusEngine(ExecutionEngine original, StatementGate gate) {
    this.original = original;
    this.gate = gate;
    this.cypherExecutionEngine = original.getCypherExecutionEngine();
  }

  @Override
  public QueryExecution executeQuery(
      String query,
      MapValue parameters,
      TransactionalContext context,
      boolean prePopulate,
      QuerySubscriber subscriber)
      throws QueryExecutionKernelException {
    UserText userText = gate.userText(query);
    if (userText.isPlain()) {
      return original.executeQuery(query, parameters, context, prePopulate, subscriber);
    }
    hideLiterals(query, context);
    try {
      return new UserTextExecution(
          original.executeQuery(
              query,
              parameters,
              context,
              prePopulate,
              new UserTextSubscriber(subscriber, userText)),
          userText);
    } catch (QueryExecutionKernelException e) {
      throw told(e, userText);
    } catch (RuntimeException e) {
      throw userText.unchecked(e);
    }
  }

  @Override
  public QueryExecution executeQuery(
      FullyParsedQuery query,
      MapValue parameters,
      TransactionalContext context,
      boolean prePopulate,
      InputDataStream input,
      QueryExecutionMonitor monitor,
      QuerySubscriber subscriber)
      throws QueryExecutionKernelException {
    UserText userText = gate.userText(context.executingQuery().rawQueryText());
    if (userText.isPlain()) {
      return original.executeQuery(
          query, parameters, context, prePopulate, input, monitor, subscriber);
    }
    try {
      return new UserTextExecution(
          original.executeQuery(
              query,
              parameters,
              context,
              prePopulate,
              input,
              monitor,
              new UserTextSubscriber(subscriber, userText)),
          userText);
    } catch (QueryExecutionKernelException e) {
      throw told(e, userText);
    } catch (RuntimeException e) {
      throw userText.unchecked(e);
    }
  }

  /**
   * The engine would mark what the query log must hide by offsets in the translated text; the first
   * to mark it wins.
   */
  private void hideLiterals(String query, TransactionalContext context) {
    if (cypherExecutionEngine.config().obfuscateLiterals()) {
      context
          .executingQuery()
          .onObfuscatorReady(CypherQueryObfuscator.apply(LiteralScan.metadata(query)));
    }
  }

  private static QueryExecutionKernelException told(
      QueryExecutionKernelException error, UserText userText) {
    Throwable cause = error.getCause();
    if (cause == null) {
      return error;
    }
    Throwable mapped = userText.error(cause);
    return mapped != cause && mapped instanceof Neo4jException
        ? new QueryExecutionKernelException((Neo4jException) mapped)
        : error;
  }

  @Override
  public boolean isPeriodicCommit(String query) {
    return original.isPeriodicCommit(query);
  }

  @Override
  public long clearQueryCaches() {
    return original.clearQueryCaches();
  }

  @Override
  public List<FunctionInformation> getProvidedLanguageFunctions() {
    return original.getProvidedLanguageFunctions();
  }
}
