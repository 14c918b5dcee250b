/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/** Seeks of statements, and in transactions, that change what the seeks find. */
class WritingSeekTest extends SeekTestCase {
  @Test
  void aStatementThatDeletesWhatItReadsGoesOnWhereTheStoreFails() {
    neo4j.memory().failAfter(1);
    assertThat(
            rolledBack(
                "RETURN 1",
                "MATCH (p:Paper) WHERE p.country = 'Malta' DETACH DELETE p RETURN 1 AS gone"))
        .hasSize(10);
  }

  /** In one statement, and by another one while a result is open. */
  @Test
  void whatBeginsToMatchMeanwhileIsFound() {
    neo4j.run("UNWIND range(1, 50) AS i CREATE ()-[:NEXT]->()");
    neo4j.run("CREATE (:L {p: 1})-[:NEXT]->(:L {p: 0})-[:NEXT]->(:L {p: 0})-[:NEXT]->(:L {p: 0})");
    neo4j.catchUp();
    String merging = "MERGE (a:L {p: 1})-[:NEXT]->(b) ON MATCH SET b.p = 1 RETURN a.p AS p";
    assertThat(undone("RETURN 1", merging)).hasSize(3);

    long before = neo4j.figures().pushedSeeks();
    try (Transaction tx = neo4j.db().beginTx();
        Result open = tx.execute("MATCH (p:Paper) WHERE p.country = 'Malta' RETURN p.id AS late")) {
      assertThat(open.next()).containsEntry("late", 0L);
      assertThat(neo4j.figures().pushedSeeks()).isEqualTo(before + 1);
      tx.execute("MATCH (p:Paper) WHERE p.id = 0 OR p.id = 55 SET p.country = 'Malta'").close();
      tx.execute("CREATE (:Paper {id: 1000, country: 'Malta'})").close();
      assertThat(open.stream().map(row -> row.get("late")))
          .containsExactly(10L, 20L, 30L, 40L, 50L, 55L, 60L, 70L, 80L, 90L);
    }
  }

  /** Both rows of it are filtered, each when it is come to. */
  @Test
  void aRelationshipThatIsChangedBetweenItsTwoRowsHasOne() {
    String found = "MATCH (a)-[r:CITES]-(b) USING SCAN r:CITES WHERE r.weight = 3 RETURN 1 AS one";
    String change = "MATCH ()-[r:CITES]->() SET r.weight = 0";
    long before = neo4j.figures().pushedSeeks();
    long pushed = rowsAroundAChange(found, change);
    assertThat(neo4j.figures().pushedSeeks()).isGreaterThan(before);
    neo4j.pushdown(false);
    assertThat(pushed).isEqualTo(rowsAroundAChange(found, change)).isLessThan(5);
  }

  private static long rowsAroundAChange(String query, String change) {
    try (Transaction tx = neo4j.db().beginTx();
        Result open = tx.execute(query)) {
      // One more is ready then, the first one of its relationship.
      open.next();
      open.next();
      tx.execute(change).close();
      return 2 + open.stream().count();
    }
  }

  @Test
  void aFilterThatTheStatementChangesIsEvaluatedForEachRow() {
    // With the lowest id: a change of it is none of what is still to be read.
    neo4j.run(
        "MATCH (p) WITH p ORDER BY id(p) LIMIT 1 REMOVE p:Paper SET p:Wanted, p.country = 'Malta'");
    neo4j.catchUp();
    for (String query :
        new String[] {
          "MATCH (w:Wanted) MERGE (p:Paper {country: w.country})"
              + " ON MATCH SET w.country = 'Iceland' RETURN p.id AS id",
          "MATCH (w:Wanted) MERGE (p:Paper {country: w.country})"
              + " ON MATCH SET w.country = 'Chad' RETURN p.id AS id"
        }) {
      List<String> pushed = undone("RETURN 1", query);
      neo4j.pushdown(false);
      assertThat(pushed).isEqualTo(rolledBack("RETURN 1", query)).hasSizeLessThan(95);
      neo4j.pushdown(true);
    }
  }

  @Test
  void whatIsWrittenIsDecidedOnTheGraphAsItIs() {
    neo4j.run("CREATE (:Paper {country: 'Chad'})");
    neo4j.lagMillis(1);
    try (Transaction tx = neo4j.db().beginTx()) {
      ((InternalTransaction) tx).setMetaData(Map.of(TransactionWishes.CONSISTENCY, "eventual"));
      long before = neo4j.figures().pushedSeeks();
      tx.execute("MERGE (p:Paper {country: 'Chad'}) SET p.seen = true").close();
      assertThat(neo4j.figures().pushedSeeks()).isGreaterThan(before);
      tx.commit();
    }
    assertThat(neo4j.run("MATCH (p:Paper) WHERE p.country = 'Chad' RETURN p.seen AS seen"))
        .containsExactly("{seen=true}");
  }

  /** What the inner transactions commit is no change of the outer one. */
  @Test
  void whatIsReadFromCommitToCommitIsLeftToNeo4j() {
    long before = neo4j.figures().pushedSeeks();
    neo4j
        .db()
        .executeTransactionally(
            "MATCH (p:Paper) WHERE p.country = 'Malta'"
                + " CALL { WITH p SET p.seen = true } IN TRANSACTIONS OF 2 ROWS");
    assertThat(neo4j.figures().pushedSeeks()).isEqualTo(before);
    neo4j
        .db()
        .executeTransactionally(
            "UNWIND ['Malta', 'Chad'] AS c CALL { WITH c MATCH (p:Paper) WHERE p.country = c"
                + " SET p.found = true } IN TRANSACTIONS OF 1 ROW");
    assertThat(neo4j.figures().pushedSeeks()).isEqualTo(before + 2);
    assertThat(neo4j.run("MATCH (p:Paper) WHERE p.seen AND p.found RETURN count(p) AS c"))
        .containsExactly("{c=10}");
  }

  /** Neo4j's leaf has the rows of the moment at which it is opened. */
  @Test
  void whatAStatementWritesNeitherAddsNorTakesAwayRowsOfItsLeaf() {
    String chain =
        """
        CREATE (:P {i: 1, x: 1, y: 2})-[:NEXT]->(:P {i: 2, x: 1, y: 2})
          -[:NEXT]->(:P {i: 3, x: 1, y: 2})-[:NEXT]->(:P {i: 4, x: 1, y: 2})
        """;
    neo4j.run("CREATE INDEX x_of_p FOR (p:P) ON (p.x)");
    try (Transaction tx = neo4j.db().beginTx()) {
      tx.schema().awaitIndexesOnline(1, TimeUnit.MINUTES);
    }
    neo4j.run(chain);
    neo4j.catchUp();
    String scan = "MATCH (n:P)-[:NEXT]->(m) USING SCAN n:P WHERE n.y = 2 ";
    String removing = scan + "REMOVE m:P RETURN n.i AS i";
    String adding = scan + "SET m:P RETURN n.i AS i";
    String indexed =
        "MATCH (n:P)-[:NEXT]->(m) USING INDEX n:P(x) WHERE n.x = 1 AND n.y = 2"
            + " SET m.x = 0 RETURN n.i AS i";
    String nothing = "RETURN 1";
    String all = "MATCH (p:P) WHERE p.i > 1 REMOVE p:P";
    for (int unsure : new int[] {Integer.MAX_VALUE, 1}) {
      neo4j.memory().unsureOfEvery(unsure);
      assertThat(undone(nothing, removing)).hasSize(3);
      assertThat(undone(nothing, indexed)).hasSize(3);
      assertThat(undone(all, adding)).hasSize(1);
    }
    neo4j.pushdown(false);
    assertThat(rolledBack(nothing, removing)).hasSize(3);
    assertThat(rolledBack(nothing, indexed)).hasSize(3);
    assertThat(rolledBack(all, adding)).hasSize(1);
    neo4j.run("DROP INDEX x_of_p");
  }

  /** Rows of the second statement of a transaction that is rolled back; the co-store is asked. */
  private static List<String> undone(String first, String second) {
    long before = neo4j.figures().pushedSeeks();
    List<String> rows = rolledBack(first, second);
    assertThat(neo4j.figures().pushedSeeks())
        .as("pushed, not " + neo4j.figures().nativeSeeks())
        .isGreaterThan(before);
    return rows;
  }

  private static List<String> rolledBack(String first, String second) {
    try (Transaction tx = neo4j.db().beginTx()) {
      tx.execute(first).close();
      return CoStoreDbms.rows(tx, second, Map.of());
    }
  }
}
