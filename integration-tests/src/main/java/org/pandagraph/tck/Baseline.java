/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The file of outcomes; its format is in the description of this package. */
final class Baseline {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Baseline() {}

  static Map<Outcome.Key, Outcome> read(Path file) throws IOException {
    Map<Outcome.Key, Outcome> outcomes = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = JSON.readTree(line);
        Outcome.Key key =
            new Outcome.Key(
                node.get("feature").textValue(),
                node.get("scenario").textValue(),
                node.get("example").isNull() ? null : node.get("example").intValue());
        outcomes.put(
            key,
            new Outcome(
                key,
                node.get("verdict").textValue(),
                node.get("explain").textValue(),
                node.get("neo4jCode").textValue()));
      }
    }
    return outcomes;
  }

  static void write(Path file, Collection<Outcome> outcomes) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      for (Outcome outcome : outcomes) {
        ObjectNode node = JSON.createObjectNode();
        node.put("feature", outcome.key().feature());
        node.put("scenario", outcome.key().scenario());
        node.put("example", outcome.key().example());
        node.put("verdict", outcome.verdict());
        node.put("explain", outcome.explain());
        node.put("neo4jCode", outcome.code());
        writer.write(JSON.writeValueAsString(node));
        writer.write('\n');
      }
    }
  }
}
