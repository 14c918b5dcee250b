/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neo4j.common.DependencyResolver;
import org.neo4j.common.DependencySatisfier;
import org.neo4j.configuration.Config;
import org.neo4j.dbms.identity.ServerIdentity;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.procedure.CallableProcedure;
import org.neo4j.kernel.api.procedure.CallableUserFunction;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.database.Database;
import org.neo4j.kernel.lifecycle.LifeSupport;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;
import org.neo4j.logging.Log;
import org.neo4j.logging.internal.LogService;
import org.pandagraph.cypherplus.CypherPlusTranslator;
import org.pandagraph.cypherplus.PlanText;
import org.pandagraph.plugin.config.DatabaseIdentity;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.plugin.config.UnknownSettings;
import org.pandagraph.plugin.costore.CoStoreProcedures;
import org.pandagraph.plugin.costore.CoStores;
import org.pandagraph.plugin.costore.DatabaseCoStore;
import org.pandagraph.plugin.costore.ElasticsearchStores;
import org.pandagraph.plugin.feed.ChangeFeeds;
import org.pandagraph.plugin.function.PandaFunctions;
import org.pandagraph.plugin.gateway.Gateway;
import org.pandagraph.plugin.hook.CypherPlusHooks;
import org.pandagraph.plugin.hook.GuardedFunction;
import org.pandagraph.plugin.hook.Neo4jInternals;
import org.pandagraph.plugin.hook.StatementGate;
import org.pandagraph.plugin.hook.UnknownNeo4jException;
import org.pandagraph.plugin.lifecycle.BlobLives;
import org.pandagraph.plugin.lifecycle.LifeProcedures;
import org.pandagraph.plugin.stream.BlobStreamProcedure;

/** The plugin in a running DBMS; Neo4j's databases find it among the DBMS's components. */
public final class PandaExtension extends LifecycleAdapter {
  private final PandaComponents components;
  private final CypherPlusHooks hooks;
  private final BlobLives lives;
  private final ChangeFeeds feeds;
  private final CoStores coStores;

  private PandaExtension(
      PandaComponents components,
      CypherPlusHooks hooks,
      BlobLives lives,
      ChangeFeeds feeds,
      CoStores coStores) {
    this.components = components;
    this.hooks = hooks;
    this.lives = lives;
    this.feeds = feeds;
    this.coStores = coStores;
  }

  /**
   * Opens what the plugin needs, registers its functions, then hooks the DBMS.
   *
   * @throws UnknownNeo4jException where Neo4j's insides are not the known ones; everything is
   *     closed again, nothing is hooked
   */
  static PandaExtension open(
      DependencyResolver dbms, Config config, LogService logs, Neo4jInternals internals)
      throws UnknownNeo4jException {
    Log log = logs.getUserLog(PandaExtension.class);
    UnknownSettings.warn(config, System.getenv(), warning -> log.warn(warning));
    PandaComponents components = new PandaComponents(dbms, config, logs);
    try {
      PandaFunctions functions = new PandaFunctions(components);
      StatementGate gate =
          new StatementGate(
              CypherPlusTranslator.create(), PlanText.create(), functions.statementCheck());
      CypherPlusHooks hooks = new CypherPlusHooks(internals, gate);
      BlobLives lives = new BlobLives();
      ChangeFeeds feeds = new ChangeFeeds();
      CoStores coStores =
          new CoStores(
              config,
              feeds,
              logs.getInternalLogProvider(),
              database -> ElasticsearchStores.open(config, database, identity(dbms, database)));
      coStores.showIn(components.metrics());
      GlobalProcedures procedures = dbms.resolveDependency(GlobalProcedures.class);
      register(procedures, functions, components, lives, coStores);
      hooks.hookDbms(dbms, logs.getInternalLogProvider());
      openGateway(dbms, components, functions);
      return new PandaExtension(components, hooks, lives, feeds, coStores);
    } catch (UnknownNeo4jException | RuntimeException | LinkageError e) {
      components.close();
      throw e;
    }
  }

  private static String identity(DependencyResolver dbms, String database) {
    return DatabaseIdentity.of(
        dbms.resolveDependency(Config.class),
        dbms.resolveDependency(ServerIdentity.class),
        database);
  }

  /** Makes what the gateway's resources look for, whether or not the web server has them. */
  private static void openGateway(
      DependencyResolver dbms, PandaComponents components, PandaFunctions functions) {
    components
        .metrics()
        .counts("panda_semantic_", "Of the semantic engine", functions.metrics()::values);
    ((DependencySatisfier) dbms)
        .satisfyDependency(
            new Gateway(
                components.stores(),
                components.links(),
                components.metrics(),
                components.config().get(PandaSettings.blob_max_bytes),
                components.config().get(PandaSettings.blob_gateway_max_transfers),
                components.logs().getLog(Gateway.class)));
  }

  private static void register(
      GlobalProcedures procedures,
      PandaFunctions functions,
      PandaComponents components,
      BlobLives lives,
      CoStores coStores) {
    List<CallableProcedure> all = new ArrayList<>(new LifeProcedures(lives).all());
    all.addAll(new CoStoreProcedures(coStores).all());
    try {
      for (CallableUserFunction function : functions.functions()) {
        procedures.register(new GuardedFunction(function));
      }
      procedures.register(StatusProcedure.on(components, functions.metrics()));
      procedures.register(new BlobStreamProcedure(components.stores()));
      for (CallableProcedure procedure : all) {
        procedures.register(procedure);
      }
    } catch (ProcedureException e) {
      throw new IllegalStateException("a function cannot be registered: " + e.getMessage(), e);
    }
  }

  /** The lives of the blobs of the databases that are running. */
  public BlobLives lives() {
    return lives;
  }

  /** Who wants the changes of databases; to be registered with before databases start. */
  public ChangeFeeds feeds() {
    return feeds;
  }

  /** Hooks a database that is being made; gives what is to be started and stopped with it. */
  Lifecycle hook(Database database) {
    LifeSupport life = new LifeSupport();
    if (!database.isSystem()) {
      Optional<DatabaseCoStore> coStore = coStores.of(database.getNamedDatabaseId().name());
      hooks.hookDatabase(database, coStore.map(DatabaseCoStore::engineParts).orElse(null));
      life.add(new DatabaseBlobLife(database, components, hooks, lives));
      life.add(new DatabaseChangeFeed(database, hooks, feeds, components.logs()));
      coStore.ifPresent(store -> life.add(new DatabaseParityChecks(database, store, components)));
    }
    return life;
  }

  @Override
  public void shutdown() {
    coStores.close();
    components.close();
  }
}
