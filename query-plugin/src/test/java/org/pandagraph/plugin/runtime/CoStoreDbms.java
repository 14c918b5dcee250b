/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.database.Database;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;
import org.neo4j.logging.NullLog;
import org.neo4j.values.storable.Values;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.cypherplus.CypherPlusTranslator;
import org.pandagraph.cypherplus.PlanText;
import org.pandagraph.plugin.hook.CypherPlusHooks;
import org.pandagraph.plugin.hook.Neo4jInternals;
import org.pandagraph.plugin.hook.StatementGate;
import org.pandagraph.plugin.hook.UnknownNeo4jException;
import org.pandagraph.plugin.plan.CoStoreAccess;
import org.pandagraph.plugin.plan.Consistency;
import org.pandagraph.plugin.plan.PropertyValues;
import org.pandagraph.plugin.plan.SeekCost;
import org.pandagraph.plugin.plan.UnseenEntities;

/** A real Neo4j with the plugin, whose databases have a {@link FaultyCoStore} each. */
final class CoStoreDbms implements AutoCloseable, CoStoreAccess {
  private final Path home;
  private final DatabaseManagementService dbms;
  private final GraphDatabaseService db;
  private final TouchedEntities touched = new TouchedEntities();
  private final FaultyCoStore memory = new FaultyCoStore();
  private final CoStoreEngineParts parts;
  private volatile boolean pushdown = true;
  private volatile boolean up = true;
  private volatile boolean known = true;
  private volatile long lagMillis;

  CoStoreDbms(SeekCost cost) {
    this(cost, settings -> {});
  }

  CoStoreDbms(SeekCost cost, Consumer<DatabaseManagementServiceBuilder> settings) {
    parts = new CoStoreEngineParts(this, cost, Duration.ZERO, NullLog.getInstance());
    try {
      home = Files.createTempDirectory("panda-costore");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Builder builder = new Builder(home);
    builder
        .add(new Hook())
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
        .setConfig(GraphDatabaseSettings.pagecache_memory, "16m")
        .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0);
    settings.accept(builder);
    dbms = builder.build();
    db = dbms.database("neo4j");
  }

  private static final class Builder extends DatabaseManagementServiceBuilder {
    Builder(Path home) {
      super(home);
    }

    DatabaseManagementServiceBuilder add(ExtensionFactory<?> extension) {
      extensions.add(extension);
      return this;
    }
  }

  /** What Neo4j hands over. */
  public interface Needs {
    Database database();
  }

  /** Comes after the plugin's own extension, and so has the last word on the engine. */
  private final class Hook extends ExtensionFactory<Needs> {
    Hook() {
      super(ExtensionType.DATABASE, "costore-in-memory");
    }

    @Override
    public Lifecycle newInstance(ExtensionContext context, Needs needs) {
      if (needs.database().isSystem()) {
        return new LifecycleAdapter();
      }
      try {
        CypherPlusHooks hooks =
            new CypherPlusHooks(
                Neo4jInternals.verified(),
                new StatementGate(
                    CypherPlusTranslator.create(), PlanText.create(), translation -> {}));
        hooks.hookDatabase(needs.database(), parts);
        return new LifecycleAdapter() {
          @Override
          public void start() throws UnknownNeo4jException {
            hooks.hookCommits(needs.database(), touched);
          }
        };
      } catch (UnknownNeo4jException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  GraphDatabaseService db() {
    return db;
  }

  FaultyCoStore memory() {
    return memory;
  }

  SeekFigures figures() {
    return parts.figures();
  }

  void pushdown(boolean on) {
    pushdown = on;
  }

  void up(boolean up) {
    this.up = up;
  }

  void changesKnown(boolean known) {
    this.known = known;
  }

  void lagMillis(long millis) {
    lagMillis = millis;
  }

  @Override
  public CoStore store() {
    return up ? memory : null;
  }

  @Override
  public UnseenEntities unseen() {
    return touched.snapshot(known, lagMillis);
  }

  @Override
  public Consistency consistency() {
    return Consistency.STRONG;
  }

  @Override
  public boolean pushdown() {
    return pushdown;
  }

  /** Lets the store show all that is committed. */
  void catchUp() {
    List<EntityState> all = new ArrayList<>();
    try (Transaction tx = db.beginTx()) {
      touched.clear();
      for (Node node : tx.getAllNodes()) {
        Set<String> labels = new HashSet<>();
        for (Label label : node.getLabels()) {
          labels.add(label.name());
        }
        all.add(EntityState.of(EntityKind.NODE, node.getId(), 1, labels, values(node)));
      }
      for (Relationship relationship : tx.getAllRelationships()) {
        Set<String> type = Set.of(relationship.getType().name());
        all.add(
            EntityState.of(
                EntityKind.RELATIONSHIP, relationship.getId(), 1, type, values(relationship)));
      }
    }
    memory.fill(all);
  }

  private static Map<String, Object> values(Entity entity) {
    Map<String, Object> values = new HashMap<>();
    for (Map.Entry<String, Object> property : entity.getAllProperties().entrySet()) {
      try {
        values.put(property.getKey(), PropertyValues.held(Values.of(property.getValue())));
      } catch (NotPushable e) {
        throw new IllegalStateException(e);
      }
    }
    return values;
  }

  /** Runs a statement in a transaction of its own that is committed. */
  List<String> run(String query) {
    return run(query, Map.of());
  }

  List<String> run(String query, Map<String, Object> parameters) {
    try (Transaction tx = db.beginTx()) {
      List<String> rows = rows(tx, query, parameters);
      tx.commit();
      return rows;
    }
  }

  /** The rows as text, in order. */
  static List<String> rows(Transaction tx, String query, Map<String, Object> parameters) {
    try (Result result = tx.execute(query, parameters)) {
      return result.stream().map(CoStoreDbms::text).toList();
    }
  }

  private static String text(Map<String, Object> row) {
    Map<String, Object> printable = new TreeMap<>();
    row.forEach(
        (key, value) -> {
          boolean array = value != null && value.getClass().isArray();
          printable.put(key, array ? Values.of(value).prettyPrint() : value);
        });
    return printable.toString();
  }

  @Override
  public void close() {
    dbms.shutdown();
    try {
      FileUtils.deleteDirectory(home.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
