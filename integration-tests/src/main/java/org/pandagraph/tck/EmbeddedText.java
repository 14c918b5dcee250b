/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** Values of Neo4j's Java API as the TCK writes them. */
final class EmbeddedText {
  private EmbeddedText() {}

  static String of(Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof String text) {
      return TckText.string(text);
    }
    if (value instanceof Node node) {
      List<String> labels = new ArrayList<>();
      node.getLabels().forEach((Label label) -> labels.add(label.name()));
      return TckText.node(labels, node.getAllProperties(), EmbeddedText::of);
    }
    if (value instanceof Relationship relationship) {
      return TckText.relationship(
          relationship.getType().name(), relationship.getAllProperties(), EmbeddedText::of);
    }
    if (value instanceof Path path) {
      return path(path);
    }
    if (value instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked")
      Map<String, Object> entries = (Map<String, Object>) map;
      return TckText.map(entries, EmbeddedText::of);
    }
    if (value instanceof Collection<?> items) {
      return TckText.list(items, EmbeddedText::of);
    }
    if (value.getClass().isArray()) {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        items.add(Array.get(value, i));
      }
      return TckText.list(items, EmbeddedText::of);
    }
    // Temporal values and points: the TCK compares their text.
    return "'" + value + "'";
  }

  private static String path(Path path) {
    Node at = path.startNode();
    StringBuilder out = new StringBuilder("<").append(of(at));
    for (Relationship relationship : path.relationships()) {
      boolean forwards = relationship.getStartNode().equals(at);
      at = relationship.getOtherNode(at);
      out.append(TckText.step(forwards, of(relationship), of(at)));
    }
    return out.append('>').toString();
  }
}
