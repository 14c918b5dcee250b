/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.procedure.CallableUserFunction;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.LogProvider;
import org.neo4j.logging.NullLogProvider;
import org.pandagraph.aipm.client.AipmClient;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.source.BlobSources;
import org.pandagraph.cypherplus.CypherPlusTranslator;
import org.pandagraph.plugin.PluginContext;
import org.pandagraph.plugin.blob.BlobStores;
import org.pandagraph.plugin.function.PandaFunctions;
import org.pandagraph.plugin.link.BlobLinks;

/**
 * A real DBMS with the functions registered and no hooks: statements are translated here, so that
 * what fails is a function.
 */
public final class EmbeddedNeo4j implements AutoCloseable {
  private final DatabaseManagementService dbms;
  private final GraphDatabaseService db;
  private final CypherPlusTranslator translator = CypherPlusTranslator.create();
  private final PandaFunctions functions;

  public EmbeddedNeo4j(
      Path home,
      Map<String, String> settings,
      BlobStore store,
      BlobSources sources,
      AipmClient client)
      throws ProcedureException {
    dbms =
        new DatabaseManagementServiceBuilder(home)
            .setConfigRaw(
                Map.of(
                    "dbms.memory.pagecache.size", "8m",
                    "dbms.tx_log.rotation.size", "1m",
                    "dbms.tx_log.preallocate", "false"))
            .setConfigRaw(Map.of("panda.enabled", "false"))
            .setConfigRaw(settings)
            .build();
    db = dbms.database("neo4j");
    var resolver = ((GraphDatabaseAPI) db).getDependencyResolver();
    functions =
        new PandaFunctions(
            new Context(
                dbms, resolver.resolveDependency(Config.class), name -> store, sources, client));
    GlobalProcedures procedures = resolver.resolveDependency(GlobalProcedures.class);
    for (CallableUserFunction function : functions.functions()) {
      procedures.register(function);
    }
  }

  public GraphDatabaseService db() {
    return db;
  }

  public PandaFunctions functions() {
    return functions;
  }

  /** The rows of a CypherPlus statement, their columns in order, in a transaction of its own. */
  public List<Map<String, Object>> rows(String cypherPlus, Map<String, Object> parameters) {
    try (Transaction tx = db.beginTx()) {
      try (Result result = tx.execute(cypher(cypherPlus), parameters)) {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (result.hasNext()) {
          Map<String, Object> unordered = result.next();
          Map<String, Object> row = new LinkedHashMap<>();
          result.columns().forEach(column -> row.put(column, unordered.get(column)));
          rows.add(row);
        }
        tx.commit();
        return rows;
      }
    }
  }

  /** The one value of the one row. */
  public Object value(String cypherPlus) {
    return value(cypherPlus, Map.of());
  }

  /** The one value of the one row. */
  public Object value(String cypherPlus, Map<String, Object> parameters) {
    List<Map<String, Object>> rows = rows(cypherPlus, parameters);
    if (rows.size() != 1 || rows.get(0).size() != 1) {
      throw new AssertionError("not one value: " + rows);
    }
    return rows.get(0).values().iterator().next();
  }

  /** What the translator makes of a statement. */
  public String cypher(String cypherPlus) {
    return translator.translate(cypherPlus).cypherText();
  }

  @Override
  public void close() {
    dbms.shutdown();
  }

  private record Context(
      DatabaseManagementService databases,
      Config config,
      BlobStores stores,
      BlobSources sources,
      AipmClient aipm)
      implements PluginContext {
    @Override
    public LogProvider logs() {
      return NullLogProvider.getInstance();
    }

    @Override
    public BlobLinks links() {
      return new BlobLinks(config, ConnectorPortRegister::new, Clock.systemUTC());
    }
  }
}
