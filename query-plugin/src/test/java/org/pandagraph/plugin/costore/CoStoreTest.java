/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.ClientException;
import org.pandagraph.plugin.RunningDbms;

/** Neo4j, its change feed, and a co-store in a real Elasticsearch, end to end. */
class CoStoreTest {
  private static CoStoreDbms neo4j;

  @BeforeAll
  static void start() {
    neo4j = CoStoreDbms.start();
    neo4j.rows(
        """
        UNWIND range(0, 199) AS i
        CREATE (p:Paper {i: i, year: 2000 + i % 20, title: 'Graphs, part ' + i,
          country: CASE WHEN i % 10 = 0 THEN 'Malta' ELSE 'India' END,
          scan: CASE i % 4 WHEN 0 THEN <base64://iVBORw0KGgoAAA==> WHEN 3 THEN null
            ELSE Blob.fromUTF8String('scanned ' + i) END})
        """);
    neo4j.rows(
        """
        MATCH (a:Paper), (b:Paper) WHERE b.i = a.i + 1
        CREATE (a)-[:CITES {year: a.year + 1, weight: a.i / 10.0}]->(b)
        """);
    neo4j.awaitLive();
  }

  @AfterAll
  static void stop() {
    neo4j.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (p:Paper) WHERE p.year > 2015 AND p.country = 'Malta' RETURN p.i",
        "MATCH (p:Paper) WHERE p.year > 2015 OR p.country = 'Malta' RETURN p.i",
        "MATCH (p:Paper) WHERE NOT p.title STARTS WITH 'Graphs, part 1' RETURN p.i",
        "MATCH (p:Paper) WHERE p.title CONTAINS '9' AND p.year IN [2001, 2009, 'x'] RETURN p.i",
        "MATCH (p:Paper) WHERE p.absent IS NULL AND p.year = 2003.0 RETURN p.i",
        "MATCH (p:Paper {country: 'Malta'})-[:CITES]->(q:Paper) RETURN p.i, q.i",
        "MATCH ()-[r:CITES]->() WHERE r.year = 2005 AND r.weight < 7.5 RETURN r.weight",
        "MATCH (p:Paper) WHERE p.year >= 2018 RETURN count(p)",
        "MATCH (p:Paper) WHERE Blob.mime(p.scan) = 'image/png' AND p.year = 2004 RETURN p.i",
        "MATCH (p:Paper) WHERE NOT p.scan->mime1 = 'image' AND p.year = 2009 RETURN p.i",
        "MATCH (p:Paper) WHERE 9 < Blob.len(p.scan) <= p.scan->length AND p.year < 2002 RETURN p.i",
        "MATCH (p:Paper) WHERE p.scan->digest IS NULL AND p.year = 2003 RETURN p.i",
        "MATCH (p:Paper) WHERE p.scan->mime2 STARTS WITH 'p' RETURN count(p)"
      })
  void filtersArePushedDownAndChangeNothing(String query) {
    neo4j.assertPushedAndSame(query);
  }

  @Test
  void explainNamesTheSeekAndWhatItSeeks() {
    assertThat(neo4j.operators("MATCH (p:Paper) WHERE p.year > 2015 AND p.i % 2 = 0 RETURN p.i"))
        .contains("CoStoreSeek", "Filter");
  }

  @Test
  void aTransactionSeesItsOwnChanges() {
    try (Session session = neo4j.dbms().session();
        Transaction transaction = session.beginTransaction()) {
      String query = "MATCH (p:Paper) WHERE p.year = 1999 RETURN count(p) AS n";
      assertThat(transaction.run(query).single().get("n").asInt()).isZero();
      transaction.run("CREATE (:Paper {year: 1999})").consume();
      transaction.run("MATCH (p:Paper {i: 3}) SET p.year = 1999").consume();
      assertThat(transaction.run(query).single().get("n").asInt()).isEqualTo(2);
      transaction.run("MATCH (p:Paper {i: 3}) REMOVE p:Paper").consume();
      assertThat(transaction.run(query).single().get("n").asInt()).isEqualTo(1);
      transaction.rollback();
    }
  }

  @Test
  void aCommitIsSeenAtOnce() {
    for (int i = 0; i < 30; i++) {
      neo4j.rows("CREATE (:Fresh {n: " + i + "})");
      assertThat(neo4j.rows("MATCH (f:Fresh) WHERE f.n >= 0 RETURN count(f) AS n"))
          .containsExactly(Map.of("n", i + 1L));
    }
    neo4j.rows("MATCH (f:Fresh) DELETE f");
    assertThat(neo4j.rows("MATCH (f:Fresh) WHERE f.n >= 0 RETURN count(f) AS n"))
        .containsExactly(Map.of("n", 0L));
  }

  @Test
  void whatIsWrittenBeforeItIsReadInOneStatementIsSeen() {
    assertThat(
            neo4j.rows(
                """
                CREATE (x:Both {n: 1}) WITH count(x) AS c
                MATCH (b:Both) WHERE b.n = 1 WITH collect(b) AS all
                FOREACH (b IN all | DELETE b) RETURN size(all) AS n
                """))
        .containsExactly(Map.of("n", 1L));
  }

  @Test
  void fullTextFindsNodesByWords() {
    neo4j.rows("CREATE (:Book {title: 'A zebra among horses'}), (:Book {note: 'no stripes'})");
    neo4j.awaitLive();
    assertThat(
            neo4j.rows(
                "CALL panda.search('Book', 'zebra') YIELD node, score"
                    + " RETURN node.title AS title, score > 0 AS good"))
        .containsExactly(Map.of("title", "A zebra among horses", "good", true));
    assertThat(neo4j.rows("CALL panda.search('Paper', 'png') YIELD node RETURN node")).isEmpty();
  }

  @Test
  void aCheckFindsNothingInARightStore() {
    neo4j.awaitLive();
    List<Map<String, Object>> rows = neo4j.rows("CALL panda.costore.check()");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).containsEntry("kind", "OK");
  }

  @Test
  void optionsThatDoNotExistAreNamed() {
    assertThatThrownBy(() -> neo4j.rows("CALL panda.costore.check({repiar: true})"))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("repiar")
        .hasMessageContaining("repair");
  }

  @Test
  void withoutHostsThereIsNoCoStore() {
    RunningDbms without = RunningDbms.shared();
    assertThatThrownBy(() -> without.rows("CALL panda.costore.status()"))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("panda.costore.hosts");
  }
}
