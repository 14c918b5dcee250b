/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.lang.reflect.Field;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.neo4j.common.DependencyResolver;
import org.neo4j.cypher.internal.CypherCurrentCompiler;
import org.neo4j.cypher.internal.ExecutableQuery;
import org.neo4j.cypher.internal.ExecutionEngine;
import org.neo4j.cypher.internal.PreParser;
import org.neo4j.cypher.internal.compiler.phases.PlannerContext;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.plandescription.PlanDescriptionBuilder;
import org.neo4j.cypher.internal.planning.CypherPlanner;
import org.neo4j.fabric.bolt.BoltFabricDatabaseManagementService;
import org.neo4j.fabric.eval.CatalogManager;
import org.neo4j.fabric.eval.UseEvaluation;
import org.neo4j.fabric.executor.FabricExecutor;
import org.neo4j.fabric.executor.FabricStatementLifecycles;
import org.neo4j.fabric.pipeline.FabricFrontEnd;
import org.neo4j.fabric.planning.FabricPlanner;
import org.neo4j.kernel.database.Database;
import org.neo4j.kernel.impl.api.KernelTransactions;
import org.neo4j.kernel.impl.query.QueryEngineProvider;
import org.neo4j.kernel.internal.Version;
import org.neo4j.kernel.internal.event.DatabaseTransactionEventListeners;
import org.neo4j.logging.LogProvider;

/**
 * The only class that touches private fields of Neo4j. {@link #verified()} looks at the version and
 * at every field before anything is changed, so that a Neo4j that is not the known one is left
 * alone as a whole.
 */
public final class Neo4jInternals {
  /** The minor version whose insides are known. */
  static final String KNOWN_VERSION = "4.4.";

  /** Every private field that is read or replaced. */
  enum Access {
    FABRIC_FRONT_END(
        FabricPlanner.class,
        "org$neo4j$fabric$planning$FabricPlanner$$frontend",
        FabricFrontEnd.class),
    FABRIC_PRE_PARSER(FabricFrontEnd.preParsing$.class, "preParser", PreParser.class),
    FABRIC_USE_EVALUATION(FabricExecutor.class, "useEvaluation", UseEvaluation.class),
    FABRIC_CATALOGS(FabricExecutor.class, "catalogManager", CatalogManager.class),
    FABRIC_LIFECYCLES(FabricExecutor.class, "statementLifecycles", FabricStatementLifecycles.class),
    FABRIC_WORKERS(FabricExecutor.class, "fabricWorkerExecutor", Executor.class),
    BOLT_EXECUTOR(
        BoltFabricDatabaseManagementService.class, "fabricExecutor", FabricExecutor.class),
    DATABASE_ENGINE_PROVIDER(Database.class, "engineProvider", QueryEngineProvider.class),
    ENGINE_PRE_PARSER(ExecutionEngine.class, "preParser", PreParser.class),
    COMMIT_LISTENERS(
        KernelTransactions.class, "eventListeners", DatabaseTransactionEventListeners.class),
    LOGICAL_PLANNER(
        CypherPlanner.class, "planner", org.neo4j.cypher.internal.compiler.CypherPlanner.class),
    COMPILED_PLAN(
        CypherCurrentCompiler.CypherExecutableQuery.class, "logicalPlan", LogicalPlan.class),
    PLAN_DESCRIPTION(
        CypherCurrentCompiler.CypherExecutableQuery.class,
        "planDescriptionBuilder",
        PlanDescriptionBuilder.class);

    private final Class<?> owner;
    private final String field;
    private final Class<?> type;

    Access(Class<?> owner, String field, Class<?> type) {
      this.owner = owner;
      this.field = field;
      this.type = type;
    }
  }

  private final Map<Access, Field> fields;

  private Neo4jInternals(Map<Access, Field> fields) {
    this.fields = fields;
  }

  /**
   * Looks at the running Neo4j.
   *
   * @throws UnknownNeo4jException where its version or one of the fields is not the known one
   */
  public static Neo4jInternals verified() throws UnknownNeo4jException {
    String version = Version.getNeo4jVersion();
    if (!version.startsWith(KNOWN_VERSION)) {
      throw new UnknownNeo4jException(
          "this is Neo4j " + version + ", and only " + KNOWN_VERSION + "x is supported");
    }
    Map<Access, Field> fields = new EnumMap<>(Access.class);
    for (Access access : Access.values()) {
      fields.put(access, find(access));
    }
    return new Neo4jInternals(fields);
  }

  private static Field find(Access access) throws UnknownNeo4jException {
    String name = access.owner.getName() + "." + access.field;
    try {
      Field field = access.owner.getDeclaredField(access.field);
      if (!access.type.isAssignableFrom(field.getType())) {
        throw new UnknownNeo4jException(
            name + " is a " + field.getType().getName() + ", expected " + access.type.getName());
      }
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new UnknownNeo4jException("there is no " + name, e);
    } catch (RuntimeException e) {
      throw new UnknownNeo4jException(name + " is out of reach: " + e.getMessage(), e);
    }
  }

  /** Hooks Bolt and HTTP: Fabric's pre-parser and executor. */
  void hookFabric(DependencyResolver dbms, StatementGate gate, LogProvider logs)
      throws UnknownNeo4jException {
    FabricPlanner planner = dbms.resolveDependency(FabricPlanner.class);
    FabricExecutor executor = dbms.resolveDependency(FabricExecutor.class);
    BoltFabricDatabaseManagementService bolt =
        dbms.resolveDependency(BoltFabricDatabaseManagementService.class);
    FabricFrontEnd frontEnd = read(Access.FABRIC_FRONT_END, planner, FabricFrontEnd.class);
    FabricExecutor replacement =
        new CypherPlusFabricExecutor(
            planner.config(),
            new CypherPlusFabricPlanner(planner, gate),
            read(Access.FABRIC_USE_EVALUATION, executor, UseEvaluation.class),
            read(Access.FABRIC_CATALOGS, executor, CatalogManager.class),
            logs,
            read(Access.FABRIC_LIFECYCLES, executor, FabricStatementLifecycles.class),
            read(Access.FABRIC_WORKERS, executor, Executor.class),
            gate);
    PreParser preParser =
        new CypherPlusPreParser(planner.cypherConfig(), planner.cacheFactory(), gate);
    replace(Access.FABRIC_PRE_PARSER, frontEnd.preParsing(), preParser);
    replace(Access.BOLT_EXECUTOR, bolt, replacement);
  }

  /**
   * Hooks a database's own engine, which is made later, when the database starts.
   *
   * @param parts what stands in for the engine's own; null for nothing
   */
  void hookDatabase(Database database, StatementGate gate, QueryEngineParts parts) {
    replace(
        Access.DATABASE_ENGINE_PROVIDER, database, new CypherPlusEngineProvider(this, gate, parts));
  }

  /** Lets a hook see the commits of a database that is starting and has run no transaction yet. */
  void hookCommits(Database database, CommitHook hook) throws UnknownNeo4jException {
    KernelTransactions transactions =
        database.getDependencyResolver().resolveDependency(KernelTransactions.class);
    DatabaseTransactionEventListeners listeners =
        read(Access.COMMIT_LISTENERS, transactions, DatabaseTransactionEventListeners.class);
    replace(
        Access.COMMIT_LISTENERS,
        transactions,
        new ObservedCommits(listeners, database.getNamedDatabaseId(), hook));
  }

  /** Replaces the pre-parser of an engine. */
  void replacePreParser(ExecutionEngine engine, PreParser preParser) {
    replace(Access.ENGINE_PRE_PARSER, engine, preParser);
  }

  /** Lets our planner stand in for the one that a compiler of a database uses. */
  @SuppressWarnings("unchecked")
  void replacePlanner(CypherPlanner planner, QueryEngineParts parts) {
    try {
      org.neo4j.cypher.internal.compiler.CypherPlanner<PlannerContext> stock =
          read(
              Access.LOGICAL_PLANNER,
              planner,
              org.neo4j.cypher.internal.compiler.CypherPlanner.class);
      replace(Access.LOGICAL_PLANNER, planner, parts.planner(stock));
    } catch (UnknownNeo4jException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets a compiled statement describe its plan with our operators, where it has any. */
  void describe(ExecutableQuery executable, QueryEngineParts parts) {
    if (!(executable instanceof CypherCurrentCompiler.CypherExecutableQuery)) {
      return;
    }
    try {
      LogicalPlan plan = read(Access.COMPILED_PLAN, executable, LogicalPlan.class);
      if (parts.describes(plan)) {
        PlanDescriptionBuilder stock =
            read(Access.PLAN_DESCRIPTION, executable, PlanDescriptionBuilder.class);
        replace(Access.PLAN_DESCRIPTION, executable, new OwnPlanDescription(stock, plan, parts));
      }
    } catch (UnknownNeo4jException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T read(Access access, Object owner, Class<T> type) throws UnknownNeo4jException {
    try {
      return type.cast(fields.get(access).get(owner));
    } catch (IllegalAccessException | IllegalArgumentException | ClassCastException e) {
      throw new UnknownNeo4jException(access + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void replace(Access access, Object owner, Object value) {
    try {
      fields.get(access).set(owner, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(access + " cannot be replaced", e);
    }
  }
}
