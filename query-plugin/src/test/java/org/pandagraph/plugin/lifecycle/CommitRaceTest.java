/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.ConstraintViolationException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientFailureException;

/** Commits and collections at the same time. */
class CommitRaceTest extends BlobLifeTestCase {
  private static final int WRITERS = 4;
  private static final int OPERATIONS = 250;
  private static final int NODES = 20;
  private static final int CONTENTS = 300;

  private final AtomicLong refused = new AtomicLong();

  @Test
  void noReferenceLosesItsContentAndNothingElseStays() throws Exception {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("CommitRaceTest -Dtests.seed=" + seed);
    dbms.rows("UNWIND range(0, $n - 1) AS i CREATE (:N {i: i})", Map.of("n", NODES));
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<Void>> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      Random random = new Random(seed + w);
      writers.add(threads.submit((Callable<Void>) () -> write(random)));
    }
    threads.shutdown();
    long discarded = 0;
    do {
      discarded +=
          (Long)
              dbms.rows("CALL panda.blob.collect({graceTime: duration('PT0S')})")
                  .get(0)
                  .get("discarded");
    } while (!threads.awaitTermination(1, TimeUnit.MILLISECONDS));
    for (Future<Void> writer : writers) {
      writer.get();
    }
    List<Map<String, Object>> check = check();
    assertThat(check).as("damages").singleElement().extracting("kind").isEqualTo("OK");
    discarded += (Long) collectAtOnce().get("discarded");
    assertThat(contents()).isEqualTo(referred());
    assertThat(check()).singleElement().extracting("kind").isEqualTo("OK");
    System.out.println(
        "CommitRaceTest: " + discarded + " discarded, " + refused + " commits refused");
    assertThat(discarded).isPositive();
  }

  private Void write(Random random) {
    GraphDatabaseService db = dbms.database();
    String kept = null;
    for (int i = 0; i < OPERATIONS; i++) {
      try (Transaction tx = db.beginTx()) {
        Map<String, Object> some =
            Map.of(
                "a",
                random.nextInt(NODES),
                "b",
                random.nextInt(NODES),
                "c",
                "content " + random.nextInt(CONTENTS),
                "d",
                "content " + random.nextInt(CONTENTS),
                "kept",
                kept == null ? "none" : kept);
        try (Result result = tx.execute(operation(random), some)) {
          if (result.hasNext() && result.columns().contains("kept")) {
            kept = (String) result.next().get("kept");
          }
        }
        if (random.nextInt(5) == 0) {
          tx.rollback();
        } else {
          tx.commit();
        }
      } catch (ConstraintViolationException gone) {
        assertThat(gone).hasMessageContaining("store it");
        refused.incrementAndGet();
        kept = null;
      } catch (TransientFailureException deadlock) {
        // Two writers met; that is theirs alone.
      } catch (QueryExecutionException deleted) {
        assertThat(deleted.getStatusCode()).endsWith("EntityNotFound");
      }
    }
    return null;
  }

  private static String operation(Random random) {
    String[] operations = {
      "MATCH (n:N {i: $a}) SET n.photo = Blob.fromUTF8String($c)",
      "MATCH (n:N {i: $a}) SET n.photos = [Blob.fromUTF8String($c), Blob.fromUTF8String($d)]",
      "MATCH (n:N {i: $a}), (m:N {i: $b}) CREATE (n)-[:R {photo: Blob.fromUTF8String($c)}]->(m)",
      "MATCH (n:N {i: $a}) REMOVE n.photo",
      "MATCH (n:N {i: $a}) REMOVE n.photos",
      "MATCH (n:N {i: $a})-[r:R]->() DELETE r",
      "MATCH (n:N {i: $a}), (m:N {i: $b}) SET n.moved = m.photo REMOVE m.photo",
      "MATCH (n:N {i: $a}), (m:N {i: $b}) SET n.moved = m.moved, m.other = 'a longer text ' + $d",
      "MATCH (n:N {i: $a}) DETACH DELETE n CREATE (:N {i: $a})",
      "RETURN Blob.fromUTF8String($c) AS kept",
      "MATCH (n:N {i: $a}) WHERE n.photo IS NOT NULL RETURN n.photo AS kept",
      "MATCH (n:N {i: $a}) SET n.photo = $kept",
    };
    return operations[random.nextInt(operations.length)];
  }

  private Set<String> referred() {
    Set<String> texts = new TreeSet<>();
    for (Map<String, Object> row :
        dbms.rows(
            """
            MATCH (n) UNWIND [n.photo, n.moved] + coalesce(n.photos, []) AS b
            WITH b WHERE b IS NOT NULL AND b <> 'none' RETURN Blob.toUTF8String(b) AS text
            UNION MATCH ()-[r]->() WHERE r.photo IS NOT NULL RETURN Blob.toUTF8String(r.photo) AS text
            """)) {
      texts.add((String) row.get("text"));
    }
    return texts;
  }
}
