/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.Values;

/** Writes of all kinds, one at a time, each in one or more transactions. */
final class RandomWrites {
  private static final int KEYS = 12;
  private static final int LABELS = 20;
  private static final int TYPES = 6;

  /** In a transaction of their own; parameters: x and y, numbers; k, a name of a property. */
  private static final List<String> STATEMENTS =
      List.of(
          "UNWIND range(0, $x % 5) AS i MERGE (n:L0 {k0: i + $y % 9}) ON CREATE SET n.k1 = 'new'"
              + " ON MATCH SET n.k2 = $x",
          "MATCH (n) WHERE id(n) % 11 = $x % 11 SET n += {k3: $x, k4: null}",
          "MATCH (n) WHERE id(n) % 13 = $x % 13 SET n = {k0: $y}",
          "MATCH (n) WHERE id(n) % 17 = $x % 17 SET n = {}",
          "MATCH (n) WHERE id(n) % 23 = $x % 23 DETACH DELETE n",
          "MATCH ()-[r]->() WHERE id(r) % 7 = $x % 7 SET r.k1 = $y, r.k2 = 'x' + $y",
          "MATCH ()-[r]->() WHERE id(r) % 9 = $x % 9 REMOVE r.k1",
          "MATCH ()-[r]->() WHERE id(r) % 19 = $x % 19 DELETE r",
          "MATCH (a), (b) WHERE id(a) % 19 = $x % 19 AND id(b) % 23 = $y % 23"
              + " MERGE (a)-[r:T0]->(b) ON CREATE SET r.k0 = $x ON MATCH SET r.k0 = -$x",
          "MATCH (n) WHERE id(n) % 5 = $x % 5 SET n:L1:L2:L3:L4:L5:L6:L7:L8:L9",
          "MATCH (n) WHERE id(n) % 5 = $x % 5 REMOVE n:L1:L2:L3:L4:L5:L6:L7",
          "MATCH (n) WHERE id(n) % 6 = $x % 6 SET n.k5 = n.k5",
          "MATCH (n) WHERE id(n) % 6 = $x % 6 FOREACH (i IN range(0, 2) | SET n.k6 = i"
              + " CREATE (n)-[:T1 {k0: i}]->(:L9 {k0: i}))",
          "MATCH (n) WITH n ORDER BY id(n) LIMIT 1 UNWIND range(1, 60) AS i"
              + " CREATE (n)-[:T2]->(:L8)",
          "MATCH (n)-[r]->(m) WITH n, r, m LIMIT 3 CREATE (n)-[s:T3]->(m) SET s = properties(r)"
              + " DELETE r",
          // As a refactoring that merges two nodes.
          "MATCH (a), (b) WHERE id(a) < id(b) WITH a, b LIMIT 1 SET a += properties(b) WITH a, b"
              + " OPTIONAL MATCH (b)-[r]->(c) FOREACH (x IN CASE WHEN r IS NULL THEN [] ELSE [1]"
              + " END | CREATE (a)-[:T4]->(c)) WITH DISTINCT b DETACH DELETE b",
          "CREATE (n:L7 {k0: 1}) SET n.k1 = 2 WITH n DELETE n",
          "MATCH (n) WITH n LIMIT 1 SET n.k7 = 1 REMOVE n.k7");

  /** Not in a transaction of somebody else. */
  private static final List<String> PROGRAMS =
      List.of(
          "LOAD CSV WITH HEADERS FROM 'file:///rows.csv' AS row CALL { WITH row"
              + " MERGE (n:L10 {k0: row.id}) SET n.k1 = row.text } IN TRANSACTIONS OF 3 ROWS",
          "MATCH (n:L10) CALL { WITH n SET n.k2 = rand() } IN TRANSACTIONS OF 2 ROWS",
          "CREATE INDEX some IF NOT EXISTS FOR (n:L0) ON (n.k0)",
          "DROP INDEX some IF EXISTS");

  private final Random random;
  private final GraphDatabaseService database;
  private final Path imports;

  RandomWrites(Random random, GraphDatabaseService database, Path imports) {
    this.random = random;
    this.database = database;
    this.imports = imports;
  }

  /** Writes, and says what. */
  String next() throws IOException {
    switch (random.nextInt(10)) {
      case 0:
        return program();
      case 1:
      case 2:
      case 3:
      case 4:
        String statement = STATEMENTS.get(random.nextInt(STATEMENTS.size()));
        Map<String, Object> parameters =
            Map.of("x", random.nextInt(1000), "y", random.nextInt(1000));
        database.executeTransactionally(statement, parameters);
        return statement + " " + parameters;
      default:
        return throughTheCoreApi();
    }
  }

  private String program() throws IOException {
    List<String> rows = new ArrayList<>(List.of("id,text"));
    for (int i = 0; i < 10; i++) {
      rows.add(random.nextInt(20) + ",text " + random.nextInt());
    }
    Files.write(imports.resolve("rows.csv"), rows);
    String program = PROGRAMS.get(random.nextInt(PROGRAMS.size()));
    database.executeTransactionally(program);
    return program;
  }

  private String throughTheCoreApi() {
    StringBuilder what = new StringBuilder();
    try (Transaction tx = database.beginTx()) {
      for (int i = random.nextInt(8); i >= 0; i--) {
        what.append(step(tx)).append("; ");
      }
      if (random.nextInt(20) == 0) {
        tx.rollback();
        return "rolled back: " + what;
      }
      tx.commit();
    }
    return what.toString();
  }

  private String step(Transaction tx) {
    List<Node> nodes = new ArrayList<>();
    tx.getAllNodes().forEach(nodes::add);
    List<Relationship> relationships = new ArrayList<>();
    tx.getAllRelationships().forEach(relationships::add);
    int choice = nodes.size() < 20 ? 0 : random.nextInt(14);
    switch (choice) {
      case 0:
      case 1:
        Node created = tx.createNode();
        for (int i = random.nextInt(12); i > 0; i--) {
          created.addLabel(label());
        }
        for (int i = random.nextInt(8); i > 0; i--) {
          created.setProperty(key(), value());
        }
        return "create " + created;
      case 2:
      case 3:
        Node changed = pick(nodes);
        changed.setProperty(key(), value());
        return "set a property of " + changed;
      case 4:
        Node labelled = pick(nodes);
        labelled.addLabel(label());
        return "add a label to " + labelled;
      case 5:
        Node unlabelled = pick(nodes);
        unlabelled.getLabels().forEach(unlabelled::removeLabel);
        return "remove all labels of " + unlabelled;
      case 6:
      case 7:
        Relationship connection = pick(nodes).createRelationshipTo(pick(nodes), type());
        if (random.nextBoolean()) {
          connection.setProperty(key(), value());
        }
        return "create " + connection;
      case 8:
        if (relationships.isEmpty()) {
          return "nothing";
        }
        Relationship old = pick(relationships);
        old.delete();
        return "delete " + old;
      case 9:
        Node gone = pick(nodes);
        gone.getRelationships().forEach(Relationship::delete);
        gone.delete();
        return "delete " + gone;
      case 10:
        return relationships.isEmpty() ? "nothing" : strip(pick(relationships));
      case 11:
        if (relationships.isEmpty()) {
          return "nothing";
        }
        Relationship grown = pick(relationships);
        grown.setProperty(key(), value());
        return "set a property of " + grown;
      case 12:
        return strip(pick(nodes));
      default:
        Node same = pick(nodes);
        same.getAllProperties().forEach(same::setProperty);
        return "set the same properties of " + same;
    }
  }

  private static String strip(Entity entity) {
    entity.getPropertyKeys().forEach(entity::removeProperty);
    return "remove all properties of " + entity;
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private String key() {
    return "k" + random.nextInt(KEYS);
  }

  private Label label() {
    return Label.label("L" + random.nextInt(LABELS));
  }

  private RelationshipType type() {
    return RelationshipType.withName("T" + random.nextInt(TYPES));
  }

  private Object value() {
    switch (random.nextInt(12)) {
      case 0:
        return random.nextLong();
      case 1:
        return random.nextInt(100);
      case 2:
        return random.nextDouble();
      case 3:
        return "short";
      case 4:
        return "long ".repeat(20 + random.nextInt(100));
      case 5:
        return random.nextBoolean();
      case 6:
        return LocalDate.ofEpochDay(random.nextInt(20_000));
      case 7:
        return ZonedDateTime.ofInstant(
            java.time.Instant.ofEpochSecond(random.nextInt()), ZoneOffset.ofHours(2));
      case 8:
        return random.longs(random.nextInt(40)).toArray();
      case 9:
        return new String[] {"a", "b".repeat(random.nextInt(300))};
      case 10:
        return DurationValue.duration(random.nextInt(9), 1, 2, 3);
      default:
        return Values.pointValue(
            CoordinateReferenceSystem.Cartesian, random.nextInt(), random.nextInt());
    }
  }
}
