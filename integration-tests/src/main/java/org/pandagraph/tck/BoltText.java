/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.types.IsoDuration;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;

/** Values of the driver as the TCK writes them. */
final class BoltText {
  private BoltText() {}

  static String of(Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof String text) {
      return TckText.string(text);
    }
    if (value instanceof Node node) {
      List<String> labels = new java.util.ArrayList<>();
      node.labels().forEach(labels::add);
      return TckText.node(labels, node.asMap(), BoltText::of);
    }
    if (value instanceof Relationship relationship) {
      return TckText.relationship(relationship.type(), relationship.asMap(), BoltText::of);
    }
    if (value instanceof Path path) {
      return path(path);
    }
    if (value instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked")
      Map<String, Object> entries = (Map<String, Object>) map;
      return TckText.map(entries, BoltText::of);
    }
    if (value instanceof List<?> items) {
      return TckText.list(items, BoltText::of);
    }
    if (value instanceof IsoDuration duration) {
      return "'" + DurationText.of(duration) + "'";
    }
    // Temporal values and points: the TCK compares their text.
    return "'" + value + "'";
  }

  private static String path(Path path) {
    StringBuilder out = new StringBuilder("<").append(of(path.start()));
    for (Path.Segment segment : path) {
      boolean forwards = segment.relationship().startNodeId() == segment.start().id();
      out.append(TckText.step(forwards, of(segment.relationship()), of(segment.end())));
    }
    return out.append('>').toString();
  }
}
