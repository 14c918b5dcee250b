/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.SplittableRandom;

/** Queries that filter nodes or relationships, in many surroundings. Not thread-safe. */
final class RandomQueries {
  private final SplittableRandom random;
  private final RandomPredicates predicates;

  RandomQueries(SplittableRandom random, RandomPredicates predicates) {
    this.random = random;
    this.predicates = predicates;
  }

  /** A query whose rows do not depend on ids, nor their order on chance where it has one. */
  Statement next() {
    Statement query = new Statement();
    switch (random.nextInt(12)) {
      case 0:
      case 1:
      case 2:
        return query.add(match("n", query)).add(" RETURN n.uid AS a");
      case 3:
        return query.add(match("n", query)).add(" RETURN count(" + counted() + ") AS a");
      case 4:
        return query
            .add("MATCH (n" + label() + ")-[r]->(m" + label() + ")")
            .add(" WHERE " + on("n", query) + " AND " + on("m", query))
            .add(" RETURN n.uid AS a, m.uid AS b, r.uid AS c");
      case 5:
        return query
            .add("MATCH ()-[r" + type() + "]->() WHERE " + predicates.on("r", false, query))
            .add(" RETURN r.uid AS a");
      case 6:
        return query
            .add("MATCH (x)-[r" + type() + "]-(y) WHERE " + predicates.on("r", false, query))
            .add(" RETURN r.uid AS a, x.uid AS b, y.uid AS c");
      case 7:
        return query
            .add("UNWIND [1, 2] AS i OPTIONAL " + match("n", query))
            .add(" RETURN i AS b, n.uid AS a");
      case 8:
        return query
            .add(match("n", query))
            .add(" WITH n ORDER BY n.uid " + (random.nextBoolean() ? "DESC" : "") + " LIMIT 5")
            .add(" RETURN n.uid AS a ORDER BY a");
      case 9:
        return query
            .add(match("n", query) + " RETURN n.uid AS a UNION ")
            .add(match("m", query) + " RETURN m.uid AS a");
      case 10:
        return query
            .add("MATCH (n" + label() + ") WHERE " + on("n", query))
            .add(" AND EXISTS { MATCH (n)--(m) WHERE " + on("m", query) + " } RETURN n.uid AS a");
      default:
        return query
            .add("MATCH (n" + label() + ") WHERE " + on("n", query))
            .add(" MATCH (m" + label() + ") WHERE " + on("m", query))
            .add(" AND m.p = n.p RETURN n.uid AS a, m.uid AS b");
    }
  }

  /** A query that writes before or while it reads; gives no ids. */
  Statement writing() {
    return random.nextBoolean() ? writingFirst() : writingMeanwhile();
  }

  /** Adds or takes away the label that its own nodes are found by. */
  private Statement writingMeanwhile() {
    Statement query = new Statement();
    String label = label();
    return query
        .add("MATCH (n" + label + ")-[r]->(m) WHERE " + on("n", query))
        .add((random.nextBoolean() ? " SET m" : " REMOVE m") + label)
        .add(" RETURN n.uid AS a, m.uid AS b, r.uid AS c");
  }

  private Statement writingFirst() {
    Statement query = new Statement();
    String create =
        "CREATE (x"
            + label()
            + " {uid: -1, "
            + Vocabulary.quoted(predicates.key())
            + ": "
            + query.parameter(1L)
            + "})";
    return random.nextBoolean()
        ? query
            .add(create + " WITH count(x) AS c " + match("n", query))
            .add(" RETURN c, n.uid AS a")
        : query
            .add("CALL { " + create + " RETURN count(x) AS c } WITH c " + match("n", query))
            .add(" RETURN c, n.uid AS a");
  }

  private String match(String variable, Statement query) {
    return "MATCH (" + variable + label() + ") WHERE " + on(variable, query);
  }

  private String on(String variable, Statement query) {
    return predicates.on(variable, true, query);
  }

  private String label() {
    return ":" + Vocabulary.quoted(predicates.label());
  }

  private String type() {
    return ":" + Vocabulary.quoted(predicates.type());
  }

  private String counted() {
    switch (random.nextInt(3)) {
      case 0:
        return "*";
      case 1:
        return "n";
      default:
        return "DISTINCT n.p";
    }
  }
}
