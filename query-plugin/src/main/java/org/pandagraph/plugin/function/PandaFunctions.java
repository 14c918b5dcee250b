/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.configuration.Config;
import org.neo4j.kernel.api.procedure.CallableUserFunction;
import org.pandagraph.plugin.FunctionRegistrar;
import org.pandagraph.plugin.PluginContext;
import org.pandagraph.plugin.StatementCheck;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.plugin.error.ErrorTranslation;
import org.pandagraph.plugin.semantic.SemanticCheck;
import org.pandagraph.plugin.semantic.SemanticEngine;
import org.pandagraph.plugin.semantic.SemanticMetrics;

/** All functions of a running DBMS, and the engine behind them. Thread-safe; nothing to close. */
public final class PandaFunctions {
  private final SemanticEngine engine;
  private final List<CallableUserFunction> functions = new ArrayList<>();

  /**
   * @param context its stores, sources and client are used for as long as the functions are
   */
  public PandaFunctions(PluginContext context) {
    Config config = context.config();
    ErrorTranslation errors = new ErrorTranslation(config.get(PandaSettings.aipm_url).toString());
    SemanticMetrics metrics = new SemanticMetrics();
    BlobsOfStatement blobs =
        new BlobsOfStatement(context.stores(), config.get(PandaSettings.blob_max_bytes_in_memory));
    Literals literals = new Literals(context.sources(), blobs, metrics);
    engine =
        new SemanticEngine(
            context.aipm(),
            config.get(PandaSettings.aipm_catalogue_ttl),
            config.get(PandaSettings.semantic_cache_max_bytes),
            metrics,
            errors);
    functions.addAll(new InternalFunctions(engine, literals, blobs).all());
    functions.addAll(new BlobMakingFunctions(blobs, literals).all());
    functions.addAll(new BlobReadingFunctions(blobs).all());
    functions.add(new BlobUrlFunction(blobs, context.links()).function());
  }

  /** The functions as the plugin's registration wants them. */
  public List<CallableUserFunction> functions() {
    return List.copyOf(functions);
  }

  /** Checks statements by what this engine knows at the moment. */
  public StatementCheck statementCheck() {
    return new SemanticCheck(engine);
  }

  /** Counters of the engine behind the functions. */
  public SemanticMetrics metrics() {
    return engine.metrics();
  }

  /** A registrar that makes functions of its own for each context. */
  public static FunctionRegistrar registrar() {
    return context -> new PandaFunctions(context).functions();
  }
}
