/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;
import org.pandagraph.plugin.testing.EmbeddedNeo4j;
import org.pandagraph.plugin.testing.FakeAipm;
import org.pandagraph.plugin.testing.MemoryBlobStore;

/** A service that does not answer holds up no statement that was told to end. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TerminatedWhileWaitingTest {
  private static final String QUERY = "UNWIND $photos AS photo RETURN photo->faceFeature AS f";

  @TempDir Path home;

  private final FakeAipm aipm = new FakeAipm();
  private final MemoryBlobStore store = new MemoryBlobStore();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private EmbeddedNeo4j neo4j;

  @BeforeEach
  void start() throws Exception {
    aipm.faceFeatureIs(
        content -> {
          asked.countDown();
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return List.of(List.of(1.0, 0));
        });
    neo4j =
        new EmbeddedNeo4j(
            home,
            Map.of(),
            store,
            (uri, into) -> {
              throw new AssertionError("no literals here");
            },
            aipm);
  }

  @AfterEach
  void stop() {
    answer.countDown();
    neo4j.close();
  }

  @Test
  void aTerminatedTransactionDoesNotWait() throws Exception {
    CompletableFuture<Transaction> running = new CompletableFuture<>();
    CompletableFuture<?> statement = CompletableFuture.runAsync(() -> run(running));
    asked.await();

    running.get().terminate();

    assertThatThrownBy(statement::get).hasRootCauseInstanceOf(TransactionTerminatedException.class);
    assertThat(answer.getCount()).as("the model still thinks").isEqualTo(1);
  }

  @Test
  void othersThatWaitForTheSameGetTheirAnswer() throws Exception {
    CompletableFuture<Transaction> running = new CompletableFuture<>();
    CompletableFuture<?> first = CompletableFuture.runAsync(() -> run(running));
    asked.await();
    CompletableFuture<Object> second =
        CompletableFuture.supplyAsync(() -> neo4j.value(QUERY, photos()));

    running.get().terminate();
    assertThatThrownBy(first::get).hasRootCauseInstanceOf(TransactionTerminatedException.class);
    answer.countDown();

    assertThat(second.get()).isNotNull();
    assertThat(aipm.calls).as("asked once for both").hasValue(1);
  }

  private void run(CompletableFuture<Transaction> running) {
    try (Transaction tx = neo4j.db().beginTx()) {
      running.complete(tx);
      tx.execute(neo4j.cypher(QUERY), photos()).resultAsString();
    }
  }

  private Map<String, Object> photos() {
    String photo = store.store("GIF89a faces=1 ".getBytes(StandardCharsets.UTF_8)).toReference();
    return Map.of("photos", List.of(photo));
  }
}
