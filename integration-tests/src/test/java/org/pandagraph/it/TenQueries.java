/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ten CypherPlus queries that every client must be able to ask, and their answers. */
final class TenQueries {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final String LABEL = "TenQueries";

  /**
   * One query and its answer.
   *
   * @param parameters of plain JSON values
   * @param rows the answer as JSON: an array of rows, each an array of values; numbers to 6 places
   */
  record Question(String query, Map<String, Object> parameters, String rows) {
    Question(String query, String rows) {
      this(query, Map.of(), rows);
    }
  }

  static final List<Question> ALL =
      List.of(
          new Question(
              "RETURN 'abc' :: 'abcd' AS jaro, 'hello world' ::cosine 'bye world' AS cosine",
              "[[0.941667, 0.503953]]"),
          new Question("RETURN '沈志宏' ~:jaro/0.7 '志宏 沈' AS alike", "[[true]]"),
          new Question("RETURN '沈志宏' ~:jaro/$t '志宏 沈' AS alike", Map.of("t", 0.8), "[[false]]"),
          new Question(
              "RETURN ['a','b'] >>: ['a'] AS all, 'x' <: ['x','y'] AS one, ['a','b'] ::: ['a'] AS"
                  + " matrix",
              "[[true, true, [[1.0], [0.0]]]]"),
          new Question(
              "RETURN <base64://aGk=>->length AS length, Blob.toUTF8String(<base64://aGk=>) AS text",
              "[[2, \"hi\"]]"),
          new Question(
              "RETURN <file:/ten-car.jpg>->width AS width, <file:/ten-car.jpg> ->height AS height",
              "[[500, 333]]"),
          new Question("RETURN <file:/ten-car.jpg>->plateNumber AS plate", "[[\"NB666\"]]"),
          new Question(
              "RETURN <file:/ten-one.jpg> ~: <file:/ten-again.jpg> AS same, <file:/ten-one.jpg> ~:"
                  + " <file:/ten-other.jpg> AS other",
              "[[true, false]]"),
          new Question(
              "MATCH (n:TenQueries) WHERE n.photo ~:face <file:/ten-again.jpg> AND n.age > 30 RETURN"
                  + " n.name AS name",
              "[[\"Ada\"]]"),
          new Question(
              "MATCH (n:TenQueries) RETURN n.name AS name, n.photo->mime AS type, n.photo <:"
                  + " <file:/ten-group.jpg> AS seen ORDER BY n.name",
              "[[\"Ada\", \"image/jpeg\", true], [\"Bob\", \"image/jpeg\", true]]"));

  private TenQueries() {}

  /** Makes the pictures and the people that the queries ask about. */
  static void prepare(PandaServer server) {
    People people = People.find(server);
    BufferedImage one = people.portrait(0);
    server.importFile("ten-one.jpg", Pictures.jpeg(one));
    server.importFile("ten-again.jpg", Pictures.jpeg(Pictures.mirrored(one)));
    server.importFile("ten-other.jpg", Pictures.jpeg(people.portrait(1)));
    server.importFile("ten-group.jpg", Pictures.jpeg(people.group()));
    server.importFile("ten-car.jpg", Pictures.jpeg(Pictures.car("NB666", 500, 333)));
    server.query("MATCH (n:" + LABEL + ") DETACH DELETE n");
    server.query(
        "CREATE (a:TenQueries {name: 'Ada', age: 40, photo: <file:/ten-one.jpg>})-[:KNOWS]->"
            + "(b:TenQueries {name: 'Bob', age: 50, photo: <file:/ten-other.jpg>})");
  }

  /** The queries for a client that reads them from a file: an array of query and parameters. */
  static Path file() {
    ArrayNode queries = JSON.createArrayNode();
    for (Question question : ALL) {
      ObjectNode node = queries.addObject().put("query", question.query());
      if (!question.parameters().isEmpty()) {
        node.set("parameters", JSON.valueToTree(question.parameters()));
      }
    }
    Path file = Repository.TARGET.resolve("ten-queries.json");
    try {
      Files.writeString(file, JSON.writeValueAsString(queries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static List<JsonNode> expected() {
    return ALL.stream().map(question -> normal(question.rows())).toList();
  }

  /** Rows of the driver as JSON text. */
  static String json(List<org.neo4j.driver.Record> rows) {
    return JSON.valueToTree(
            rows.stream()
                .map(row -> row.values().stream().map(org.neo4j.driver.Value::asObject).toList())
                .toList())
        .toString();
  }

  /** JSON text as a tree in which clients that write numbers in different ways agree. */
  static JsonNode normal(String json) {
    try {
      return normal(JSON.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + json, e);
    }
  }

  private static JsonNode normal(JsonNode node) {
    if (node.isNumber()) {
      return JSON.getNodeFactory().numberNode(Math.round(node.asDouble() * 1e6) / 1e6);
    }
    if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      node.forEach(item -> items.add(normal(item)));
      return JSON.createArrayNode().addAll(items);
    }
    return node;
  }
}
