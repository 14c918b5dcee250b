/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Graphs, changes and queries over every predicate that can be pushed, and some that cannot. */
final class RandomQueries {
  private static final List<String> LABELS = List.of("A", "B", "`an odd one`");
  private static final List<String> TYPES = List.of("R", "S");
  private static final List<String> KEYS = List.of("p", "q", "s", "`odd key`");
  private static final List<String> VALUES =
      List.of(
          "0",
          "1",
          "2",
          "-1",
          "1.0",
          "1.5",
          "-0.0",
          "0.0/0.0",
          "9007199254740993",
          "9007199254740992.0",
          "'a'",
          "'ab'",
          "'abc'",
          "'b'",
          "''",
          "'ä'",
          "true",
          "false",
          "[1, 2]",
          "['a', 'b']",
          "[1.0, 2.0]",
          "date('2020-02-29')",
          "date('1999-12-31')",
          "datetime('2020-02-29T12:00:00+01:00')",
          "datetime('2020-02-29T11:00:00Z')",
          "localdatetime('2020-02-29T12:00')",
          "time('12:00+01:00')",
          "localtime('11:00')",
          "duration('P1M')",
          "duration('P30D')",
          "point({x: 1, y: 2})",
          "point({latitude: 1, longitude: 2})");

  private static final List<String> BLOBS =
      List.of(
          "<base64://iVBORw0KGgo=>",
          "<base64://iVBORw0KGgoA>",
          "Blob.fromUTF8String('text')",
          "Blob.empty()");

  private final Random random;

  RandomQueries(Random random) {
    this.random = random;
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private String value() {
    return random.nextInt(20) == 0 ? "null" : any(VALUES);
  }

  private String properties() {
    return KEYS.stream()
        .filter(key -> random.nextInt(3) > 0)
        .map(key -> key + ": " + any(VALUES))
        .collect(Collectors.joining(", ", "{img: " + blob() + ", ", "}"))
        .replace(", }", "}");
  }

  private String blob() {
    return random.nextInt(3) == 0 ? "null" : any(BLOBS);
  }

  /** Of what has metadata, or is missing. */
  private String ofMetadata(String blob) {
    return switch (random.nextInt(6)) {
      case 0 -> blob + "->length" + any(List.of(" = 8", " <> 8", " < 9", " >= 0.5", " > 'a'"));
      case 1 -> "Blob.mime(" + blob + ") IN ['image/png', 'a', " + value() + "]";
      case 2 -> "Blob.mime1(" + blob + ")" + any(List.of(" = 'image'", " STARTS WITH 't'"));
      case 3 -> blob + any(List.of("->mime2 CONTAINS 'n'", "->mime2 ENDS WITH $text"));
      case 4 -> blob + "->digest" + any(List.of(" IS NULL", " IS NOT NULL", " = 'a'", " > '1'"));
      default -> blob + any(List.of(" IS NOT NULL", " STARTS WITH 'panda'", " <> " + any(BLOBS)));
    };
  }

  private String labels() {
    return LABELS.stream()
        .filter(label -> random.nextBoolean())
        .map(label -> ":" + label)
        .collect(Collectors.joining());
  }

  /** Statements that make nodes and relationships. */
  List<String> graph(int nodes) {
    List<String> statements =
        IntStream.range(0, nodes)
            .mapToObj(i -> "CREATE (" + labels() + " " + properties() + ")")
            .collect(Collectors.toList());
    for (int i = 0; i < nodes; i++) {
      statements.add(relationship());
    }
    return statements;
  }

  private String relationship() {
    return "MATCH (a) WITH a SKIP %d LIMIT 1 MATCH (b) WITH a, b SKIP %d LIMIT 1 CREATE (a)-[:%s %s]->(b)"
        .formatted(random.nextInt(30), random.nextInt(30), any(TYPES), properties());
  }

  /** A statement that changes something. */
  String change() {
    String some = "MATCH (n) WITH n SKIP " + random.nextInt(30) + " LIMIT 2 ";
    String someRelationship = "MATCH ()-[r]->() WITH r SKIP " + random.nextInt(30) + " LIMIT 2 ";
    return switch (random.nextInt(10)) {
      case 0 -> "CREATE (" + labels() + " " + properties() + ")";
      case 1 -> relationship();
      case 2 -> some + "DETACH DELETE n";
      case 3 -> some + "SET n:" + any(LABELS);
      case 4 -> some + "REMOVE n:" + any(LABELS);
      case 5 -> some + "REMOVE n." + any(KEYS);
      case 6 -> someRelationship + "SET r." + any(KEYS) + " = " + any(VALUES);
      case 7 -> someRelationship + "DELETE r";
      case 8 -> some + "SET n.img = " + blob();
      default -> some + "SET n." + any(KEYS) + " = " + any(VALUES);
    };
  }

  /** A predicate on a variable. */
  String predicate(String variable, int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      String left = predicate(variable, depth - 1);
      String right = predicate(variable, depth - 1);
      return switch (random.nextInt(5)) {
        case 0 -> "(" + left + " AND " + right + ")";
        case 1, 2 -> "(" + left + " OR " + right + ")";
        case 3 -> "(" + left + " XOR " + right + ")";
        default -> "NOT (" + left + ")";
      };
    }
    String property = variable + "." + any(KEYS);
    return switch (random.nextInt(14)) {
      case 12, 13 -> ofMetadata(variable + ".img");
      case 0, 1 -> property + " = " + value();
      case 2 -> property + " <> " + value();
      case 3 -> property + any(List.of(" < ", " <= ", " > ", " >= ")) + value();
      case 4 -> value() + " <= " + property + " < " + value();
      case 5 -> property + " IN [" + value() + ", " + value() + ", " + value() + "]";
      case 6 -> property + any(List.of(" IN []", " IN null", " IN $list"));
      case 7 -> property + any(List.of(" IS NULL", " IS NOT NULL"));
      case 8, 9 ->
          property
              + any(List.of(" STARTS WITH ", " ENDS WITH ", " CONTAINS "))
              + any(List.of("'a'", "'b'", "'ab'", "''", "null", "'ä'", "$text"));
      case 10 -> variable.startsWith("r") ? property + " = $value" : variable + ":" + any(LABELS);
      default -> property + any(List.of(" = $value", " > $value + 0", " =~ 'a.*'"));
    };
  }

  private String node(String variable) {
    return "(" + variable + ":" + any(LABELS) + ")";
  }

  /** A query that changes what its own leaf finds nodes by. */
  String writingWhileReading() {
    String label = any(LABELS);
    return "MATCH (n:%s)-->(m) USING SCAN n:%s WHERE %s %s m:%s RETURN id(n) AS n, id(m) AS m"
        .formatted(label, label, predicate("n", 1), any(List.of("SET", "REMOVE")), label);
  }

  /** A query whose rows, as a set, depend on nothing but the graph. */
  String query() {
    String where = " WHERE " + predicate("n", 2);
    return switch (random.nextInt(17)) {
      case 0, 1, 2 -> "MATCH " + node("n") + where + " RETURN id(n) AS n, n.p AS p";
      case 3 -> "MATCH (n)" + where + " RETURN id(n) AS n";
      case 4 -> "MATCH " + node("n") + where + " RETURN count(*) AS c, count(n) AS n";
      case 5 ->
          "MATCH %s%s WITH n ORDER BY id(n) LIMIT 3 RETURN id(n) AS n, n.q AS q"
              .formatted(node("n"), where);
      case 6 ->
          "MATCH %s%s OPTIONAL MATCH (n)-[:R]->(m) RETURN id(n) AS n, id(m) AS m"
              .formatted(node("n"), where);
      case 7 ->
          "MATCH %s OPTIONAL MATCH %s WHERE %s RETURN id(m) AS m, id(n) AS n"
              .formatted(node("m"), node("n"), predicate("n", 1));
      case 8 ->
          "MATCH %s%s RETURN id(n) AS n UNION MATCH %s WHERE %s RETURN id(n) AS n"
              .formatted(node("n"), where, node("n"), predicate("n", 1));
      case 9 ->
          "MATCH %s CALL { MATCH %s%s RETURN count(n) AS c } RETURN id(m) AS m, c"
              .formatted(node("m"), node("n"), where);
      case 10 ->
          "MATCH %s WHERE %s AND EXISTS { MATCH (n)-->(m) WHERE %s } RETURN id(n) AS n"
              .formatted(node("n"), predicate("n", 1), predicate("m", 1));
      case 11 ->
          "MATCH (a)-[r:%s]-%s(b) USING SCAN r:%s WHERE %s RETURN id(r) AS r, id(a) AS a, id(b) AS b"
              .replaceFirst("%s", "R")
              .replaceFirst("%s", any(List.of(">", "")))
              .replaceFirst("%s", "R")
              .formatted(predicate("r", 2));
      case 12 ->
          "CREATE (new%s %s) WITH count(new) AS made MATCH %s%s RETURN made, n.p AS p"
              .formatted(labels(), properties(), node("n"), where);
      case 13, 14 -> "MATCH " + node("n") + where + " RETURN count(n) AS c";
      case 15 ->
          "MATCH ()-[r:R]->() USING SCAN r:R WHERE " + predicate("r", 2) + " RETURN count(r) AS c";
      default ->
          "MATCH %s%s MATCH %s WHERE m.p = n.p AND %s RETURN id(n) AS n, id(m) AS m"
              .formatted(node("n"), where, node("m"), predicate("m", 1));
    };
  }
}
