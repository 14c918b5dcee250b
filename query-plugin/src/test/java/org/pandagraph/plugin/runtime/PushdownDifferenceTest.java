/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Transaction;
import org.pandagraph.plugin.plan.SeekCost;

/** Random queries over a store that lags behind: with pushdown the rows are those without. */
class PushdownDifferenceTest {
  private static final int ROUNDS = Integer.getInteger("tests.rounds", 12);
  private static final int QUERIES = 25;

  /**
   * The answer to {@code x IN [] OR y IN []}: Neo4j 4.4 makes an empty disjunction of it, at which
   * its planner fails, with push-down and without.
   */
  private static final String NOT_PLANNED = "Neo4j cannot plan it";

  private static CoStoreDbms neo4j;

  @BeforeAll
  static void start() {
    neo4j = new CoStoreDbms(SeekCost.NOTHING);
  }

  @AfterAll
  static void stop() {
    neo4j.close();
  }

  @Test
  void rowsAreTheSame() {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("PushdownDifferenceTest: -Dtests.seed=" + seed);
    Random random = new Random(seed);
    RandomQueries queries = new RandomQueries(random);
    int asked = 0;
    int pushed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      neo4j.run("MATCH (n) DETACH DELETE n");
      queries.graph(40).forEach(neo4j::run);
      neo4j.catchUp();
      neo4j.memory().unsureOfEvery(random.nextInt(3) == 0 ? 5 : Integer.MAX_VALUE);
      neo4j.memory().failAfter(random.nextInt(4) == 0 ? 1 : Integer.MAX_VALUE);
      for (int i = random.nextInt(6); i > 0; i--) {
        neo4j.run(queries.change());
      }
      for (int i = 0; i < QUERIES; i++) {
        compare(changes(queries, random.nextInt(3)), queries.writingWhileReading(), seed);
      }
      try (Transaction tx = neo4j.db().beginTx()) {
        for (int i = random.nextInt(6); i > 0; i--) {
          tx.execute(queries.change()).close();
        }
        for (int i = 0; i < QUERIES; i++) {
          String query = queries.query();
          long before = neo4j.figures().pushedSeeks() + neo4j.figures().countedSeeks();
          if (!compare(List.of(), query, seed).equals(NOT_PLANNED)) {
            compareWithin(tx, query, seed);
          }
          asked++;
          if (neo4j.figures().pushedSeeks() + neo4j.figures().countedSeeks() > before) {
            pushed++;
          }
        }
      }
      assertThat(neo4j.memory().openStreams()).as("seed " + seed).isZero();
    }
    System.out.println(
        asked + " queries, " + pushed + " pushed, native: " + neo4j.figures().nativeSeeks());
    assertThat(pushed).as("really pushed, of " + asked).isGreaterThan(asked / 2);
  }

  private static List<String> changes(RandomQueries queries, int count) {
    return IntStream.range(0, count).mapToObj(i -> queries.change()).toList();
  }

  /** In transactions of their own, which are rolled back. Returns the answer. */
  private static String compare(List<String> changes, String query, long seed) {
    String answer = answer(changes, query, true);
    assertThat(answer)
        .as(query + " after " + changes + " seed " + seed)
        .isEqualTo(answer(changes, query, false));
    return answer;
  }

  private static String answer(List<String> changes, String query, boolean pushdown) {
    try (Transaction tx = neo4j.db().beginTx()) {
      changes.forEach(change -> tx.execute(change).close());
      return answer(tx, query, pushdown);
    }
  }

  /** In a transaction with changes; what the query itself writes has to be the same each time. */
  private static void compareWithin(Transaction tx, String query, long seed) {
    if (!query.startsWith("CREATE")) {
      assertThat(answer(tx, query, true))
          .as("with uncommitted changes: " + query + " seed " + seed)
          .isEqualTo(answer(tx, query, false));
    }
  }

  private static String answer(Transaction tx, String query, boolean pushdown) {
    neo4j.pushdown(pushdown);
    Map<String, Object> parameters = Map.of("list", List.of(1, "a", 1.5), "text", "ab", "value", 1);
    try {
      return CoStoreDbms.rows(tx, "CYPHER replan=force " + query, parameters).stream()
          .sorted()
          .toList()
          .toString();
    } catch (QueryExecutionException e) {
      return e.getMessage();
    } catch (NoSuchElementException e) {
      if (Arrays.stream(e.getStackTrace())
          .noneMatch(frame -> frame.getClassName().contains(".OrLeafPlanner$"))) {
        throw e;
      }
      return NOT_PLANNED; // and the transaction is ended
    } finally {
      neo4j.pushdown(true);
    }
  }
}
