/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.neo4j.configuration.Config;
import org.neo4j.graphdb.TransactionTerminatedException;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.NullLogProvider;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
import org.pandagraph.plugin.procedure.Progress;

/** Collections that do not come to their end, or meet another. */
class InterruptedCollectionTest extends BlobLifeTestCase {
  private BlobLife life() {
    GraphDatabaseAPI database = (GraphDatabaseAPI) dbms.database();
    Config config = database.getDependencyResolver().resolveDependency(Config.class);
    return new BlobLife(database, this::store, config, NullLogProvider.getInstance());
  }

  @Test
  void endsWhereverItIsToldTo() throws Exception {
    dbms.rows(
        """
        UNWIND range(1, 50) AS i
        CREATE ({b: Blob.fromUTF8String('kept ' + i)})-[:R {b: Blob.fromUTF8String('r ' + i)}]->()
        """);
    dbms.rows("UNWIND range(1, 50) AS i RETURN Blob.fromUTF8String('garbage ' + i)");
    age();
    BlobLife life = life();
    int stops = 0;
    for (int after = 1; ; after++) {
      AtomicInteger left = new AtomicInteger(after);
      Progress progress =
          new Progress(
              () -> {
                if (left.getAndDecrement() == 0) {
                  throw new TransactionTerminatedException(Status.Transaction.Terminated);
                }
              },
              text -> {});
      try {
        life.collect(Duration.ZERO, progress);
        break;
      } catch (TransactionTerminatedException stopped) {
        stops++;
        assertThat(life.running()).isEmpty();
        assertThat(life.lastProblem()).isPresent();
      }
    }
    assertThat(stops).isGreaterThan(2);
    assertThat(life.lastProblem()).isEmpty();
    assertThat(contents()).hasSize(100).noneMatch(text -> text.startsWith("garbage"));
    assertThat(check()).singleElement().extracting("kind").isEqualTo("OK");
  }

  @Test
  void oneAtATime() throws Exception {
    BlobLife life = life();
    List<Throwable> second = new ArrayList<>();
    life.collect(
        Duration.ZERO,
        new Progress(
            () -> {},
            text -> {
              try {
                life.collect(Duration.ZERO, new Progress(() -> {}, t -> {}));
              } catch (Exception e) {
                second.add(e);
              }
            }));
    assertThat(second)
        .isNotEmpty()
        .allSatisfy(
            e -> {
              assertThat(((CypherPlusError) e).code()).isEqualTo(PluginErrorCode.ALREADY_RUNNING);
              assertThat(e).hasMessageContaining("panda.blob.status()");
            });
  }

  @Test
  void aDatabaseThatStopsEndsIt() {
    BlobLife life = life();
    assertThatThrownBy(
            () ->
                life.collect(
                    Duration.ZERO,
                    new Progress(
                        () -> {
                          life.stop();
                          throw new IllegalStateException("stopping");
                        },
                        text -> {})))
        .hasMessage("stopping");
    assertThat(life.running()).isEmpty();
  }
}
