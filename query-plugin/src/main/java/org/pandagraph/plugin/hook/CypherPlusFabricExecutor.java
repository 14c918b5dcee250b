/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.util.concurrent.Executor;
import org.neo4j.fabric.config.FabricConfig;
import org.neo4j.fabric.eval.CatalogManager;
import org.neo4j.fabric.eval.UseEvaluation;
import org.neo4j.fabric.executor.FabricExecutor;
import org.neo4j.fabric.executor.FabricStatementLifecycles;
import org.neo4j.fabric.planning.FabricPlanner;
import org.neo4j.fabric.stream.StatementResult;
import org.neo4j.fabric.stream.StatementResults;
import org.neo4j.fabric.transaction.FabricTransaction;
import org.neo4j.logging.LogProvider;
import org.neo4j.values.virtual.MapValue;

/**
 * Where statements over Bolt and HTTP end: errors, plans and notifications leave here in the user's
 * text.
 */
final class CypherPlusFabricExecutor extends FabricExecutor {
  private final StatementGate gate;

  CypherPlusFabricExecutor(
      FabricConfig config,
      FabricPlanner planner,
      UseEvaluation useEvaluation,
      CatalogManager catalogs,
      LogProvider logs,
      FabricStatementLifecycles lifecycles,
      Executor workers,
      StatementGate gate) {
    super(config, planner, useEvaluation, catalogs, logs, lifecycles, workers);
    this.gate = gate;
  }

  @Override
  public StatementResult run(FabricTransaction transaction, String text, MapValue parameters) {
    StatementResult result;
    try {
      result = super.run(transaction, text, parameters);
    } catch (RuntimeException e) {
      throw gate.userText(text).unchecked(e);
    }
    UserText userText = gate.userText(text);
    if (userText.isPlain()) {
      return result;
    }
    return StatementResults.create(
        result.columns().onErrorMap(userText::error),
        result.records().onErrorMap(userText::error),
        result
            .summary()
            .map(summary -> new UserTextSummary(summary, userText))
            .onErrorMap(userText::error)
            .cast(org.neo4j.fabric.stream.summary.Summary.class),
        result.executionType().onErrorMap(userText::error));
  }
}
