/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.values.storable.Value;
import org.neo4j.values.storable.Values;

/** States as text: equal where labels, properties, their types and values are. */
final class EntityText {
  private EntityText() {}

  static String key(EntityKind kind, long id) {
    return (kind == EntityKind.NODE ? "n" : "r") + id;
  }

  static String of(EntityState state) {
    return of(state.labels(), state.properties());
  }

  private static String of(List<String> labels, Map<String, Value> properties) {
    StringBuilder text = new StringBuilder(labels.stream().sorted().toList().toString());
    new TreeMap<>(properties)
        .forEach(
            (name, value) ->
                text.append(' ')
                    .append(name)
                    .append(": ")
                    .append(value.getTypeName())
                    .append(' ')
                    .append(value.prettyPrint().replace("\n", "\\n")));
    return text.toString();
  }

  /** All there is, as Neo4j's public interface gives it. */
  static Map<String, String> graph(GraphDatabaseService database) {
    Map<String, String> graph = new TreeMap<>();
    try (Transaction tx = database.beginTx()) {
      for (Node node : tx.getAllNodes()) {
        List<String> labels = new ArrayList<>();
        node.getLabels().forEach(label -> labels.add(Label.label(label.name()).name()));
        graph.put(key(EntityKind.NODE, node.getId()), of(labels, values(node)));
      }
      for (Relationship relationship : tx.getAllRelationships()) {
        graph.put(
            key(EntityKind.RELATIONSHIP, relationship.getId()),
            of(List.of(relationship.getType().name()), values(relationship)));
      }
    }
    return graph;
  }

  private static Map<String, Value> values(Entity entity) {
    Map<String, Value> values = new TreeMap<>();
    entity.getAllProperties().forEach((name, value) -> values.put(name, Values.of(value)));
    return values;
  }
}
