/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;
import org.pandagraph.plugin.RunningDbms;

/** Many clients at once, plain and CypherPlus, right and wrong: each gets the answer to its own. */
class ConcurrencyTest {
  private static final int CLIENTS = 100;
  private static final int ROUNDS = 10;

  @Test
  void answersAreNotMixedUp() throws Exception {
    RunningDbms neo4j = RunningDbms.shared();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      CountDownLatch begin = new CountDownLatch(1);
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        done.add(
            clients.submit(
                () -> {
                  begin.await();
                  for (int round = 0; round < ROUNDS; round++) {
                    ask(neo4j, client, round);
                  }
                  return null;
                }));
      }
      begin.countDown();
      for (Future<?> one : done) {
        one.get();
      }
    } finally {
      clients.shutdown();
    }
  }

  private static void ask(RunningDbms neo4j, int client, int round) {
    String pad = " ".repeat(client % 7);
    switch ((client + round) % 3) {
      case 0 ->
          assertThat(neo4j.rows("RETURN " + pad + client + " AS x"))
              .containsExactly(Map.of("x", (long) client));
      case 1 ->
          assertThat(neo4j.rows("RETURN " + pad + "'c" + client + "' :: 'c" + client + "' AS x"))
              .containsExactly(Map.of("x", 1.0));
      default -> {
        String query = "RETURN " + pad + "'a' :: 'a' AS x, no" + client;
        try (Session session = neo4j.session()) {
          session.run(query).consume();
          throw new AssertionError("no error");
        } catch (Neo4jException e) {
          assertThat(e.getMessage())
              .contains("`no" + client + "`")
              .contains("(offset: " + query.indexOf("no" + client) + ")")
              .contains("\"" + query + "\"");
        }
      }
    }
  }
}
