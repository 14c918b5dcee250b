/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.grammar;

import java.util.List;
import java.util.Locale;

/** The statements that the grammar benchmarks run on. */
final class SampleQueries {
  /** How many {@link #cypherPlus()} gives. */
  static final int CYPHER_PLUS = 8;

  private static final int LENGTH = 300;

  private SampleQueries() {}

  /** A plain query of 300 characters, another one for each number; always a new object. */
  static String plain(int number) {
    return filled(
        String.format(
            Locale.ROOT,
            "MATCH (p:Person {id: %d})-[:KNOWS*1..2]->(f:Person)<-[:HAS_CREATOR]-(m:Post:Public) "
                + "WHERE m.length > 100 AND NOT (f)-->(:Banned) AND f.name STARTS WITH 'A%d' "
                + "RETURN f.name AS name, [x IN m.tags WHERE x <> 'none' | x] AS tags, m {.title, at: m.created} AS post "
                + "ORDER BY name",
            number,
            number));
  }

  /** A plain query of 300 characters with CypherPlus in its strings and comments. */
  static String plainQuotingConstructs(int number) {
    return filled(
        String.format(
            Locale.ROOT,
            "MATCH (p:Page {id: %d})-[:LINKS_TO]->(q:Page) /* a::b, p.photo->width */ "
                + "WHERE q.url = 'https://example.org/a?b=c::d' OR q.text CONTAINS '<file://a.png> ~: x' "
                + "RETURN q.url AS url, q.`size::b` AS size ORDER BY url",
            number));
  }

  private static String filled(String query) {
    String limit = " LIMIT 10";
    StringBuilder text = new StringBuilder(LENGTH).append(query);
    while (text.length() < LENGTH - limit.length()) {
      text.append(' ');
    }
    text.append(limit);
    if (text.length() != LENGTH) {
      throw new IllegalStateException("sample query has " + text.length() + " characters");
    }
    return text.toString();
  }

  static List<String> cypherPlus() {
    return List.of(
        "MATCH (p:Person)-[:KNOWS*1..2]->(f:Person) WHERE p.name = $name AND f.photo ~:face/0.8 $q AND f.age > 30 "
            + "WITH f, f.photo->faces[0] AS face WHERE face.age < 40 OR f.name ::jaro 'Tom Green' > 0.9 "
            + "RETURN f.name AS name, face.expression AS mood, [x IN f.album WHERE x->width > 800 | x->mime] AS types "
            + "ORDER BY f.photo :: $q DESC LIMIT 10",
        "MATCH (n:Person) WHERE n.photo ~: <file://photo0.jpg> AND n.age > 30 RETURN n",
        "MATCH (n:Author {name: 'Tom Green'}), (p:Paper) WHERE n.photo <: p.screenshot RETURN n, p",
        "MATCH (c1:CAR), (c2:CAR) WHERE c1.photo ~: c2.photo AND c1.photo->plateNumber = 'HHMF442' RETURN c2",
        "RETURN <file://car1.jpg>->width, <file://car1.jpg> ->height",
        "MATCH (a:Car), (b:Car) WHERE id(a) < id(b) AND a.photo ~:0.9 b.photo RETURN a, b",
        "RETURN 'ab' !: 'zz', ['a','b'] >>: ['a'], ['a'] <<: ['a','b'], ['x','y'] >: 'x', ['a'] ::: ['a']",
        "MATCH (n:Person) WHERE n.name = 'up_blob' SET n.blob1 = <file://blob3.jpg> RETURN n");
  }
}
