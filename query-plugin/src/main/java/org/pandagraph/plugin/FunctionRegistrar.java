/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import java.util.List;
import org.neo4j.kernel.api.procedure.CallableUserFunction;

/**
 * A part of the plugin that brings Cypher functions.
 *
 * <p>Each function is registered with the DBMS behind a guard: a {@link
 * org.pandagraph.plugin.error.CypherPlusError} it throws gets line, column and caret in the user's
 * text, and reaches the client under its own status. Functions should throw nothing else but {@link
 * org.neo4j.internal.kernel.api.exceptions.ProcedureException}.
 */
@FunctionalInterface
public interface FunctionRegistrar {
  /** The functions to register, in any order; called once, before databases start. */
  List<CallableUserFunction> functions(PluginContext context);
}
