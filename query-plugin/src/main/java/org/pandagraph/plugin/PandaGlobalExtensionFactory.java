/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import org.neo4j.common.DependencyResolver;
import org.neo4j.common.DependencySatisfier;
import org.neo4j.configuration.Config;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;
import org.neo4j.logging.Log;
import org.neo4j.logging.internal.LogService;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.plugin.hook.Neo4jInternals;
import org.pandagraph.plugin.hook.UnknownNeo4jException;

/**
 * Found by Neo4j once for the DBMS, before databases start: the plugin's entry. Whatever is wrong
 * with the plugin or with the Neo4j around it, Neo4j itself starts, without CypherPlus, and one
 * line of the log says why.
 */
public final class PandaGlobalExtensionFactory
    extends ExtensionFactory<PandaGlobalExtensionFactory.Needs> {
  /** What Neo4j hands over: only what has been there in every Neo4j. */
  public interface Needs {
    Config config();

    LogService logService();
  }

  /** Called by Neo4j. */
  public PandaGlobalExtensionFactory() {
    super(ExtensionType.GLOBAL, "pandagraph");
  }

  @Override
  public Lifecycle newInstance(ExtensionContext context, Needs needs) {
    LogService logs = needs.logService();
    DependencySatisfier satisfier = context.dependencySatisfier();
    DependencyResolver dbms =
        satisfier instanceof DependencyResolver ? (DependencyResolver) satisfier : null;
    String reason;
    try {
      if (!needs.config().get(PandaSettings.enabled)) {
        reason = PandaSettings.enabled.name() + " is false";
      } else if (dbms == null) {
        reason = "this Neo4j does not let extensions find its components";
      } else {
        return PandaExtension.open(dbms, needs.config(), logs, Neo4jInternals.verified());
      }
    } catch (UnknownNeo4jException e) {
      reason = e.getMessage();
    } catch (RuntimeException | LinkageError e) {
      reason = e.getMessage() == null ? e.toString() : e.getMessage();
      logs.getInternalLog(PandaGlobalExtensionFactory.class).error("PandaGraph did not start", e);
    }
    return off(reason, dbms, logs.getUserLog(PandaGlobalExtensionFactory.class));
  }

  private static Lifecycle off(String reason, DependencyResolver dbms, Log log) {
    log.warn("CypherPlus is off, Neo4j runs without PandaGraph: " + reason);
    try {
      if (dbms != null) {
        dbms.resolveDependency(GlobalProcedures.class).register(StatusProcedure.off(reason));
      }
    } catch (ProcedureException | RuntimeException | LinkageError e) {
      log.debug("panda.status() is not there either: " + e);
    }
    return new LifecycleAdapter();
  }
}
