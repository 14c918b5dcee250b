/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;
import org.pandagraph.blob.Blob;
import org.pandagraph.plugin.PandaExtension;
import org.pandagraph.plugin.procedure.Progress;

/** Commits at the moments of a collection at which they matter most. */
class CommitDuringCollectionTest extends BlobLifeTestCase {
  private CollectionResult collect(String moment, Runnable commit) throws Exception {
    return collect(Duration.ZERO, moment, commit);
  }

  private CollectionResult collect(Duration graceTime, String moment, Runnable commit)
      throws Exception {
    AtomicInteger times = new AtomicInteger();
    CollectionResult result =
        dbms.component(PandaExtension.class)
            .lives()
            .of("neo4j")
            .collect(
                graceTime,
                new Progress(
                    () -> {},
                    text -> {
                      if (text.startsWith(moment) && times.getAndIncrement() == 0) {
                        commit.run();
                      }
                    }));
    assertThat(times).as("times of " + moment).hasPositiveValue();
    return result;
  }

  @Test
  void anOrphanThatIsReferredToAfterTheGraphWasRead() throws Exception {
    Blob blob = stored("orphan until then");
    stored("orphan for ever");
    age();
    CollectionResult result =
        collect(
            "looking at stored contents",
            () -> dbms.rows("CREATE ({b: $b})", Map.of("b", blob.toReference())));
    assertThat(result.discarded).isEqualTo(1);
    assertThat(contents()).containsExactly("orphan until then");
    assertThat(check()).singleElement().extracting("kind").isEqualTo("OK");
  }

  @Test
  void anOrphanThatIsReferredToForAMomentAfterTheGraphWasReadWaitsAnew() throws Exception {
    Blob blob = stored("for a moment");
    assertThat(collect()).containsEntry("waiting", 1L);
    age();
    CollectionResult result =
        collect(
            Duration.ofHours(1),
            "looking at stored contents",
            () -> {
              dbms.rows("CREATE ({b: $b})", Map.of("b", blob.toReference()));
              dbms.rows("MATCH (n) DELETE n");
            });
    assertThat(result.waiting).isZero();
    collect(Duration.ofSeconds(1), "looking at stored contents", () -> {});
    assertThat(contents()).containsExactly("for a moment");
  }

  @Test
  void aReferenceThatMovesFromWhereItWasNotReadYetToWhereItWillNotBeRead() throws Exception {
    dbms.rows("CREATE (:N)-[:R {b: Blob.fromUTF8String('moved')}]->()");
    age();
    CollectionResult result =
        collect(
            "reading relationships",
            () -> dbms.rows("MATCH (n:N)-[r:R]->() SET n.b = r.b REMOVE r.b"));
    assertThat(result.referenced).isZero();
    assertThat(result.discarded).isZero();
    assertThat(contents()).containsExactly("moved");
    assertThat(check()).singleElement().extracting("kind").isEqualTo("OK");
    assertThat(collectAtOnce()).containsEntry("referenced", 1L).containsEntry("waiting", 0L);
  }

  @Test
  void aContentThatIsStoredAgainAfterTheGraphWasRead() throws Exception {
    stored("stored again");
    age();
    try (var session = session();
        var open = session.beginTransaction()) {
      CollectionResult result =
          collect(
              "looking at stored contents",
              () -> open.run("CREATE ({b: Blob.fromUTF8String('stored again')})").consume());
      assertThat(result.discarded).isZero();
      open.commit();
    }
    assertThat(contents()).containsExactly("stored again");
    assertThat(check()).singleElement().extracting("kind").isEqualTo("OK");
  }

  @Test
  void aContentOfATransactionThatHasBegunToCommit() throws Exception {
    AtomicReference<Map<String, Object>> collected = new AtomicReference<>();
    TransactionEventListenerAdapter<Object> closing =
        new TransactionEventListenerAdapter<>() {
          @Override
          public Object beforeCommit(
              TransactionData data,
              org.neo4j.graphdb.Transaction transaction,
              GraphDatabaseService database) {
            if (data.createdNodes().iterator().hasNext()) {
              // On another thread: this one's transaction is being closed.
              collected.set(
                  CompletableFuture.supplyAsync(CommitDuringCollectionTest.this::collectAtOnce)
                      .join());
            }
            return null;
          }
        };
    dbms.dbms().registerTransactionEventListener("neo4j", closing);
    try {
      dbms.rows("CREATE ({b: Blob.fromUTF8String('committing')})");
    } finally {
      dbms.dbms().unregisterTransactionEventListener("neo4j", closing);
    }
    assertThat(collected.get()).containsEntry("waiting", 1L).containsEntry("discarded", 0L);
    assertThat(contents()).containsExactly("committing");
  }

  @Test
  void aContentThatATransactionStoresWhileTheGraphIsRead() throws Exception {
    stored("stored again");
    age();
    AtomicReference<Transaction> open = new AtomicReference<>();
    try (Session session = session()) {
      CollectionResult result =
          collect(
              "reading relationships",
              () -> {
                open.set(session.beginTransaction());
                open.get().run("CREATE ({b: Blob.fromUTF8String('stored again')})").consume();
                age();
              });
      assertThat(result.discarded).isZero();
      open.get().commit();
    }
    assertThat(contents()).containsExactly("stored again");
  }
}
