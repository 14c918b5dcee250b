/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.exceptions.Neo4jException;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.internal.kernel.api.procs.UserFunctionSignature;
import org.neo4j.kernel.api.Statement;
import org.neo4j.kernel.api.procedure.CallableUserFunction;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.kernel.api.query.ExecutingQuery;
import org.neo4j.kernel.impl.api.KernelStatement;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.values.AnyValue;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * A function whose errors carry their place in the user's text. Done here, where the running
 * statement is at hand, and not where results leave, so that it works for every way into Neo4j.
 */
public final class GuardedFunction implements CallableUserFunction {
  private final CallableUserFunction function;

  public GuardedFunction(CallableUserFunction function) {
    this.function = function;
  }

  @Override
  public UserFunctionSignature signature() {
    return function.signature();
  }

  @Override
  public boolean threadSafe() {
    return function.threadSafe();
  }

  @Override
  public AnyValue apply(Context context, AnyValue[] arguments) throws ProcedureException {
    try {
      return function.apply(context, arguments);
    } catch (CypherPlusError e) {
      String userText = userText(context);
      throw userText == null ? e : e.in(userText);
    } catch (Neo4jException e) {
      throw e;
    } catch (RuntimeException e) {
      if (e instanceof org.neo4j.kernel.api.exceptions.Status.HasStatus) {
        throw e;
      }
      throw new CypherPlusError(
          PluginErrorCode.INTERNAL,
          "PandaGraph failed on this value: "
              + e.getClass().getSimpleName()
              + (e.getMessage() == null ? "" : ": " + e.getMessage()),
          CypherPlusError.NO_OFFSET,
          e);
    }
  }

  /** The text of the statement that calls; null where there is none. */
  private static String userText(Context context) {
    InternalTransaction transaction = context.internalTransactionOrNull();
    if (transaction == null) {
      return null;
    }
    try (Statement statement = transaction.kernelTransaction().acquireStatement()) {
      return statement instanceof KernelStatement
          ? ((KernelStatement) statement)
              .queryRegistry()
              .executingQuery()
              .map(ExecutingQuery::rawQueryText)
              .orElse(null)
          : null;
    }
  }
}
