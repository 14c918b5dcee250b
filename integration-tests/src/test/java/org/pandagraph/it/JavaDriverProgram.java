/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/**
 * A client that runs in a process of its own with whatever version of the Java driver is on its
 * class path. Arguments: Bolt URI, user, password, file of queries. Prints each query's rows as a
 * line.
 */
public final class JavaDriverProgram {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JavaDriverProgram() {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    try (Driver driver = GraphDatabase.driver(args[0], AuthTokens.basic(args[1], args[2]));
        Session session = driver.session()) {
      for (JsonNode question : JSON.readTree(Files.readString(Path.of(args[3])))) {
        Map<?, ?> parameters = JSON.convertValue(question.get("parameters"), Map.class);
        @SuppressWarnings("unchecked")
        Map<String, Object> values =
            parameters == null ? Map.of() : (Map<String, Object>) parameters;
        List<Record> rows = session.run(question.get("query").asText(), values).list();
        System.out.println(
            JSON.writeValueAsString(
                rows.stream()
                    .map(row -> row.values().stream().map(Value::asObject).toList())
                    .toList()));
      }
    }
  }
}
