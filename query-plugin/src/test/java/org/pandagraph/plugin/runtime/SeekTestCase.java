/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.pandagraph.plugin.plan.SeekCost;

/** Papers that a co-store in memory shows, every tenth of them Maltese. */
abstract class SeekTestCase {
  static final String MALTESE =
      "MATCH (p:Paper) WHERE p.country = 'Malta' RETURN p.id AS id ORDER BY id";

  static CoStoreDbms neo4j;

  @BeforeAll
  static void start() {
    neo4j = new CoStoreDbms(SeekCost.NOTHING);
  }

  @AfterAll
  static void stop() {
    neo4j.close();
  }

  @BeforeEach
  void graph() {
    neo4j.run("MATCH (n) DETACH DELETE n");
    neo4j.run(
        """
        UNWIND range(0, 99) AS i
        CREATE (p:Paper {id: i, country: CASE i % 10 WHEN 0 THEN 'Malta' ELSE 'Iceland' END})
        """);
    neo4j.run(
        """
        MATCH (p:Paper), (q:Paper) WHERE q.id = p.id + 1
        CREATE (p)-[:CITES {weight: p.id % 5}]->(q)
        """);
    neo4j.catchUp();
  }

  @AfterEach
  void nothingIsLeftOpen() {
    neo4j.memory().failAfter(Integer.MAX_VALUE);
    neo4j.memory().unsureOfEvery(Integer.MAX_VALUE);
    neo4j.memory().beforePage(() -> {});
    neo4j.up(true);
    neo4j.pushdown(true);
    neo4j.changesKnown(true);
    neo4j.lagMillis(0);
    assertThat(neo4j.memory().openStreams()).isZero();
  }

  static List<String> ids(int... ids) {
    return Arrays.stream(ids).mapToObj(id -> "{id=" + id + "}").toList();
  }

  static final List<String> TENS = ids(0, 10, 20, 30, 40, 50, 60, 70, 80, 90);

  static List<String> pushed(String query, Map<String, Object> parameters) {
    long before = neo4j.figures().pushedSeeks();
    List<String> rows = neo4j.run(query, parameters);
    assertThat(neo4j.figures().pushedSeeks())
        .as("pushed, not " + neo4j.figures().nativeSeeks())
        .isGreaterThan(before);
    return rows;
  }
}
