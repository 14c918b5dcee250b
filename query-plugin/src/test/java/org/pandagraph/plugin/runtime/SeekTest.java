/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/** Seeks that are pushed give the rows of seeks that are not, whatever happens meanwhile. */
class SeekTest extends SeekTestCase {
  @Test
  void findsWhatIsThere() {
    assertThat(pushed(MALTESE, Map.of())).isEqualTo(TENS);
    assertThat(pushed(MALTESE, Map.of())).isEqualTo(TENS);
  }

  @Test
  void seesCommitsThatTheStoreDoesNotShow() {
    neo4j.run("MATCH (p:Paper {id: 10}) SET p.country = 'Iceland'");
    neo4j.run("MATCH (p:Paper {id: 11}) SET p.country = 'Malta'");
    neo4j.run("MATCH (p:Paper {id: 20}) REMOVE p:Paper");
    neo4j.run("MATCH (p:Paper {id: 30}) DETACH DELETE p");
    neo4j.run("CREATE (:Paper {id: 5000, country: 'Malta'})");
    assertThat(pushed(MALTESE, Map.of())).isEqualTo(ids(0, 11, 40, 50, 60, 70, 80, 90, 5000));
  }

  @Test
  void seesItsOwnChanges() {
    try (Transaction tx = neo4j.db().beginTx()) {
      tx.execute("MATCH (p:Paper {id: 10}) SET p.country = 'Iceland'").close();
      tx.execute("MATCH (p:Paper {id: 11}) SET p.country = 'Malta'").close();
      tx.execute("MATCH (p:Paper {id: 20}) REMOVE p:Paper").close();
      tx.execute("MATCH (p:Paper {id: 30}) DETACH DELETE p").close();
      tx.createNode(Label.label("Paper")).setProperty("country", "Malta");
      assertThat(CoStoreDbms.rows(tx, MALTESE, Map.of()))
          .containsExactly(
              "{id=0}",
              "{id=11}",
              "{id=40}",
              "{id=50}",
              "{id=60}",
              "{id=70}",
              "{id=80}",
              "{id=90}",
              "{id=null}");
    }
    assertThat(pushed(MALTESE, Map.of())).isEqualTo(TENS);
  }

  @Test
  void seesWhatItsOwnStatementWroteBefore() {
    assertThat(
            pushed(
                """
                CREATE (new:Paper {id: 7, country: 'Malta'}) WITH count(new) AS created
                MATCH (p:Paper) WHERE p.country = 'Malta' RETURN count(p) AS papers
                """,
                Map.of()))
        .containsExactly("{papers=11}");
    assertThat(
            pushed(
                """
                CALL { CREATE (new:Paper {id: 8, country: 'Malta'}) RETURN 1 AS one }
                WITH one MATCH (p:Paper) WHERE p.country = 'Malta' RETURN count(p) AS papers
                """,
                Map.of()))
        .containsExactly("{papers=12}");
  }

  @Test
  void looksAtWhatIsCommittedBetweenTwoPages() {
    meanwhile(() -> {});
    assertThat(pushed(MALTESE, Map.of())).isEqualTo(ids(0, 10, 20, 30, 40, 50, 60));
  }

  /** A page was asked for long before it is read. */
  @Test
  void looksAtWhatBecameVisibleSinceAPageWasAskedFor() {
    meanwhile(neo4j::catchUp);
    assertThat(pushed(MALTESE, Map.of())).isEqualTo(ids(0, 10, 20, 30, 40, 50, 60));
  }

  /** Another transaction changes entities before the next page comes, which still has them. */
  private static void meanwhile(Runnable afterwards) {
    Runnable commit =
        () -> {
          neo4j.memory().beforePage(() -> {});
          Thread other =
              new Thread(
                  () -> {
                    neo4j.run("MATCH (p:Paper {id: 70}) REMOVE p:Paper");
                    neo4j.run("MATCH (p:Paper {id: 80}) DETACH DELETE p");
                    neo4j.run("MATCH (p:Paper {id: 90}) SET p.country = 'Iceland'");
                    afterwards.run();
                  });
          other.start();
          try {
            other.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    neo4j.memory().beforePage(commit);
  }

  @Test
  void aClockThatRunsIsReadForEachRow() {
    neo4j.run("MATCH (p:Paper) SET p.due = datetime({year: 2000})");
    neo4j.catchUp();
    String query = "MATCH (p:Paper) WHERE p.due = %s RETURN p.id AS id";
    assertThat(pushed(query.formatted("datetime()"), Map.of())).isEmpty();
    assertThat(pushed(query.formatted("datetime.transaction()"), Map.of())).isEmpty();
    long before = neo4j.figures().pushedSeeks();
    assertThat(neo4j.run(query.formatted("datetime.realtime()"))).isEmpty();
    assertThat(neo4j.figures().pushedSeeks()).isEqualTo(before);
  }

  @Test
  void verifiesWhatTheStoreCannotTell() {
    neo4j.memory().unsureOfEvery(3);
    assertThat(pushed(MALTESE, Map.of())).isEqualTo(TENS);
  }

  @Test
  void goesOnNativelyWhereTheStoreFailsHalfWay() {
    neo4j.memory().failAfter(1);
    long before = neo4j.figures().failedOverSeeks();
    assertThat(pushed(MALTESE, Map.of())).isEqualTo(TENS);
    assertThat(neo4j.figures().failedOverSeeks()).isEqualTo(before + 1);
  }

  /** Neo4j closes the cursor of a branch that has ended whenever it looks at that branch again. */
  @Test
  void goesOnNativelyBesideABranchThatHasEnded() {
    String query =
        "MATCH (p:Paper) WHERE p.country = 'Malta' OR p.id = duration('P1M')"
            + " WITH p ORDER BY id(p) RETURN p.id AS id";
    try (Transaction tx = neo4j.db().beginTx();
        Result explained = tx.execute("EXPLAIN " + query)) {
      assertThat(explained.getExecutionPlanDescription().toString())
          .contains("OrderedUnion", "NodeByLabelScan", "CoStoreSeek");
    }
    neo4j.memory().failAfter(1);
    long before = neo4j.figures().failedOverSeeks();
    assertThat(pushed(query, Map.of())).isEqualTo(TENS);
    try (Transaction tx = neo4j.db().beginTx()) {
      tx.execute("MATCH (p:Paper {id: 11}) SET p.country = 'Malta'").close();
      tx.execute("MATCH (p:Paper {id: 95}) REMOVE p:Paper").close();
      assertThat(CoStoreDbms.rows(tx, query, Map.of()))
          .isEqualTo(ids(0, 10, 11, 20, 30, 40, 50, 60, 70, 80, 90));
    }
    // The changes look for what they change, too.
    assertThat(neo4j.figures().failedOverSeeks()).isEqualTo(before + 4);
  }

  @Test
  void answersNativelyWithoutTheStore() {
    pushed(MALTESE, Map.of());
    neo4j.up(false);
    assertThat(neo4j.run(MALTESE)).isEqualTo(TENS);
    neo4j.up(true);
    neo4j.memory().failAfter(0);
    assertThat(neo4j.run(MALTESE)).isEqualTo(TENS);
    neo4j.memory().failAfter(Integer.MAX_VALUE);
    neo4j.changesKnown(false);
    assertThat(neo4j.run(MALTESE)).isEqualTo(TENS);
    assertThat(neo4j.figures().nativeSeeks())
        .containsKeys(NativeReason.STORE_DOWN, NativeReason.FAILED, NativeReason.CHANGES_UNKNOWN);
  }

  @Test
  void aPlanFromWhenTheStoreWasDownAsksItOnceItIsUp() {
    String query = "MATCH (p:Paper {country: 'Malta'}) RETURN p.id AS planned_early";
    neo4j.up(false);
    neo4j.run(query);
    neo4j.up(true);
    long before = neo4j.figures().pushedSeeks();
    neo4j.run(query);
    assertThat(neo4j.figures().pushedSeeks()).isEqualTo(before + 1);
  }

  @Test
  void limitLeavesTheRestOfTheAnswerWhereItIs() {
    assertThat(
            pushed("MATCH (p:Paper) WHERE p.country = 'Malta' RETURN p.id AS id LIMIT 2", Map.of()))
        .hasSize(2);
  }

  @Test
  void countsWithoutFetchingIds() {
    String count = "MATCH (p:Paper) WHERE p.country <> 'Malta' RETURN count(p) AS c";
    long counted = neo4j.figures().countedSeeks();
    assertThat(neo4j.run(count)).containsExactly("{c=90}");
    assertThat(neo4j.figures().countedSeeks()).isEqualTo(counted + 1);
    neo4j.memory().unsureOfEvery(5);
    assertThat(pushed(count, Map.of())).containsExactly("{c=90}");
    neo4j.memory().unsureOfEvery(Integer.MAX_VALUE);
  }

  @Test
  void countsWhatTheStoreDoesNotShowByItself() {
    String count = "MATCH (p:Paper) WHERE p.country <> 'Malta' RETURN count(p) AS c";
    long counted = neo4j.figures().countedSeeks();
    neo4j.run("MATCH (p:Paper {id: 1}) SET p.country = 'Malta'");
    neo4j.run("MATCH (p:Paper {id: 2}) REMOVE p:Paper");
    neo4j.run("MATCH (p:Paper {id: 10}) SET p.country = 'Chad'");
    neo4j.run("MATCH (p:Paper {id: 20}) DETACH DELETE p");
    assertThat(neo4j.run(count)).containsExactly("{c=89}");
    try (Transaction tx = neo4j.db().beginTx()) {
      tx.execute("CREATE (:Paper {country: 'Chad'}), (:Paper {country: 'Mali'})").close();
      tx.execute("CREATE (:Paper {country: 'Malta'}), (:Other {country: 'Mali'})").close();
      tx.execute("MATCH (p:Paper {id: 3}) DETACH DELETE p").close();
      tx.execute("MATCH (p:Paper {id: 10}) SET p.country = 'Malta'").close();
      assertThat(CoStoreDbms.rows(tx, count, Map.of())).containsExactly("{c=89}");
    }
    String relationships =
        "MATCH ()-[r:CITES]->() USING SCAN r:CITES WHERE r.weight = 3 RETURN count(r) AS c";
    neo4j.run("MATCH ({id: 8})-[r:CITES]->() DELETE r");
    neo4j.run("MATCH (a {id: 50}), (b {id: 70}) CREATE (a)-[:CITES {weight: 3}]->(b)");
    assertThat(neo4j.run(relationships)).containsExactly("{c=20}");
    assertThat(neo4j.figures().countedSeeks()).isEqualTo(counted + 3);
  }

  @Test
  void transactionsSayWhetherAndHowUpToDate() {
    neo4j.run("MATCH (p:Paper {id: 10}) SET p.country = 'Iceland'");
    neo4j.lagMillis(500);
    assertThat(answer(Map.of())).isEqualTo(9);
    assertThat(answer(Map.of(TransactionWishes.CONSISTENCY, "strong"))).isEqualTo(9);
    assertThat(answer(Map.of(TransactionWishes.CONSISTENCY, "eventual"))).isEqualTo(10);
    assertThat(answer(Map.of(TransactionWishes.CONSISTENCY, "bounded(1000)"))).isEqualTo(10);
    assertThat(answer(Map.of(TransactionWishes.CONSISTENCY, "bounded(100)"))).isEqualTo(9);
    long before = neo4j.figures().pushedSeeks();
    assertThat(answer(Map.of(TransactionWishes.PUSHDOWN, "off"))).isEqualTo(9);
    assertThat(neo4j.figures().pushedSeeks()).isEqualTo(before);
    neo4j.changesKnown(false);
    assertThat(answer(Map.of(TransactionWishes.CONSISTENCY, "eventual"))).isEqualTo(10);
    assertThatThrownBy(() -> answer(Map.of(TransactionWishes.CONSISTENCY, "quick")))
        .hasMessageContaining(
            "panda.consistency: 'quick' is none of strong, bounded(MILLISECONDS), eventual");
    assertThatThrownBy(() -> answer(Map.of(TransactionWishes.PUSHDOWN, "maybe")))
        .hasMessageContaining("panda.costore.pushdown: 'maybe' is neither on nor off");
  }

  @Test
  void anAnswerThatMayBeLateHasNoEntitiesOfOtherLabels() {
    neo4j.run("MATCH (p:Paper {id: 10}) REMOVE p:Paper SET p:Author");
    neo4j.lagMillis(500);
    assertThat(answer(Map.of(TransactionWishes.CONSISTENCY, "eventual"))).isEqualTo(9);
  }

  /** What is planned now runs once more later, natively. */
  @Test
  void noTransactionAsksForWhatIsSwitchedOffForAll() {
    String query = "MATCH (p:Paper) WHERE p.country = 'Malta' RETURN p.id AS switched_off";
    Map<String, Object> on = Map.of(TransactionWishes.PUSHDOWN, "on");
    long before = neo4j.figures().pushedSeeks();
    assertThat(answer(query, on)).isEqualTo(10);
    assertThat(neo4j.figures().pushedSeeks()).isEqualTo(before + 1);
    neo4j.pushdown(false);
    assertThat(answer(query, on)).isEqualTo(10);
    assertThat(neo4j.figures().pushedSeeks()).isEqualTo(before + 1);
  }

  private static int answer(Map<String, Object> metadata) {
    return answer(MALTESE, metadata);
  }

  private static int answer(String query, Map<String, Object> metadata) {
    try (Transaction tx = neo4j.db().beginTx()) {
      ((InternalTransaction) tx).setMetaData(metadata);
      return CoStoreDbms.rows(tx, query, Map.of()).size();
    }
  }

  @Test
  void endsWithItsTransaction() {
    neo4j.memory().beforePage(() -> LockSupport.parkNanos(50_000_000));
    try (Transaction tx = neo4j.db().beginTx(60, TimeUnit.MILLISECONDS)) {
      assertThatThrownBy(
              () ->
                  CoStoreDbms.rows(
                      tx, "UNWIND range(1, 100) AS i CALL { " + MALTESE + " } RETURN i", Map.of()))
          .isInstanceOf(TransactionTerminatedException.class);
    }
    assertThat(neo4j.memory().openStreams()).isZero();
  }

  @Test
  void aTransactionThatChangedVeryMuchIsAnsweredByTheGraph() {
    try (Transaction tx = neo4j.db().beginTx()) {
      tx.execute("UNWIND range(1, 10001) AS i CREATE (:Other)").close();
      assertThat(CoStoreDbms.rows(tx, MALTESE, Map.of())).isEqualTo(TENS);
    }
    assertThat(neo4j.figures().nativeSeeks()).containsKey(NativeReason.TOO_MANY_CHANGES);
  }

  @Test
  void closesWhatWasNotReadToItsEnd() {
    try (Transaction tx = neo4j.db().beginTx()) {
      Result result = tx.execute("MATCH (p:Paper) WHERE p.country = 'Malta' RETURN p.id AS id");
      result.next();
      assertThat(neo4j.memory().openStreams()).isEqualTo(1);
    }
    assertThat(neo4j.memory().openStreams()).isZero();
  }

  @Test
  void findsRelationships() {
    String directed =
        """
        MATCH (a)-[r:CITES]->(b) USING SCAN r:CITES WHERE r.weight = 3
        RETURN a.id AS a, b.id AS b ORDER BY a LIMIT 2
        """;
    assertThat(pushed(directed, Map.of())).containsExactly("{a=3, b=4}", "{a=8, b=9}");
    String undirected =
        "MATCH (a)-[r:CITES]-(b) USING SCAN r:CITES WHERE r.weight = 3 RETURN count(*) AS c";
    assertThat(pushed(undirected, Map.of())).containsExactly("{c=40}");
    try (Transaction tx = neo4j.db().beginTx()) {
      tx.execute("MATCH ({id: 3})-[r:CITES]->() SET r.weight = 100").close();
      tx.execute("MATCH ({id: 8})-[r:CITES]->() DELETE r").close();
      tx.execute("MATCH (a {id: 50}), (b {id: 70}) CREATE (a)-[:CITES {weight: 3}]->(b)").close();
      assertThat(CoStoreDbms.rows(tx, undirected, Map.of())).containsExactly("{c=38}");
    }
  }

  @Test
  void findsBlobsByTheirMetadata() {
    neo4j.run(
        """
        MATCH (p:Paper) WHERE p.id < 3
        SET p.scan = CASE p.id WHEN 0 THEN <base64://iVBORw0KGgoAAA==> ELSE <base64:///9j/4AAQ> END
        """);
    // Bytes are a blob, too, whose type nobody has looked for yet.
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    neo4j.run("MATCH (p:Paper {id: 3}) SET p.scan = $png", Map.of("png", png));
    neo4j.catchUp();

    String where = "MATCH (p:Paper) WHERE %s RETURN p.id AS id ORDER BY id";
    assertThat(pushed(where.formatted("Blob.mime(p.scan) = 'image/png'"), Map.of()))
        .isEqualTo(ids(0, 3));
    assertThat(pushed(where.formatted("NOT p.scan->mime2 = 'png'"), Map.of())).isEqualTo(ids(1, 2));
    assertThat(pushed(where.formatted("0 < p.scan->length <= 8"), Map.of()))
        .isEqualTo(ids(1, 2, 3));
    assertThat(pushed(where.formatted("p.scan->digest IS NULL AND p.id < 6"), Map.of()))
        .isEqualTo(ids(4, 5));
    assertThat(
            pushed("MATCH (p:Paper) WHERE p.scan->mime1 = 'image' RETURN count(p) AS c", Map.of()))
        .containsExactly("{c=4}");
  }

  @Test
  void metadataOfWhatIsNoBlobFailsAsItDoesNatively() {
    neo4j.run("MATCH (p:Paper {id: 50}) SET p.scan = 'no blob'");
    neo4j.catchUp();
    String query = "MATCH (p:Paper) WHERE NOT p.scan->mime = 'image/png' RETURN p.id AS id";
    neo4j.pushdown(false);
    String natively = failure(query);
    neo4j.pushdown(true);
    assertThat(failure(query)).isEqualTo(natively).contains("mime");
  }

  private static String failure(String query) {
    try {
      return "no failure: " + neo4j.run(query);
    } catch (QueryExecutionException e) {
      return e.getMessage();
    }
  }

  @Test
  void valuesThatNoPropertyCanHaveAreLeftToNeo4j() {
    String equal = "MATCH (p:Paper) WHERE p.country = $value RETURN p.id AS id ORDER BY id";
    assertThat(pushed(equal, Map.of("value", "Malta"))).isEqualTo(TENS);
    assertThat(neo4j.run(equal, Map.of("value", Map.of("a", 1)))).isEmpty();
    assertThat(neo4j.figures().nativeSeeks()).containsKey(NativeReason.VALUE);
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("value", null);
    assertThat(pushed(equal, nothing)).isEmpty();
  }
}
