/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.common.DependencyResolver;
import org.neo4j.kernel.impl.transaction.log.LogicalTransactionStore;
import org.neo4j.kernel.impl.transaction.log.NoSuchTransactionException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** What Neo4j writes to its log, as far as the feed relies on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionLogTest {
  private FeedDbms dbms;
  private DependencyResolver components;
  private TransactionLog log;

  @BeforeAll
  void start(@TempDir Path folder) {
    dbms = FeedDbms.start(folder.resolve("home"), new MapConsumer(folder.resolve("derived")));
    components = ((GraphDatabaseAPI) dbms.database()).getDependencyResolver();
    log = new TransactionLog(components);
  }

  @AfterAll
  void stop() {
    dbms.close();
  }

  private TouchedEntities touchedBy(String statement, Object... parameters) throws Exception {
    FeedPosition before = log.end();
    dbms.database()
        .executeTransactionally(
            statement, parameters.length == 0 ? Map.of() : Map.of("p", parameters[0]));
    TouchedEntities touched = new TouchedEntities();
    FeedPosition position = before;
    for (var range = log.read(position, 1); range.isPresent(); range = log.read(position, 1)) {
      touched.addAll(range.get().touched);
      position = range.get().end;
    }
    assertThat(position.transactionId()).isEqualTo(log.lastClosed());
    return touched;
  }

  @Test
  void whatIsNotWrittenYetLooksAsWhatIsPruned() {
    LogicalTransactionStore store = components.resolveDependency(LogicalTransactionStore.class);
    assertThatThrownBy(() -> store.getTransactions(log.lastClosed() + 1))
        .isInstanceOf(NoSuchTransactionException.class);
  }

  @Test
  void whatIsCreatedAndDeletedInOneTransactionLeavesNoTrace() throws Exception {
    dbms.awaitVisible();
    ChangeFeedTest.pause(dbms);
    long before = log.lastClosed();
    // The first time, tokens are made, too.
    touchedBy("CREATE (n:Short {lived: 1})-[r:R]->(m) DELETE r, n, m");
    long after = log.lastClosed();
    assertThat(touchedBy("CREATE (n:Short {lived: 1})-[r:R]->(m) DELETE r, n, m").isEmpty())
        .isTrue();
    assertThat(after).isGreaterThan(before);
    assertThat(log.lastClosed()).isEqualTo(after);
    assertThat(dbms.feed().unseen().snapshot().nodes()).isEmpty();
    dbms.feed().resume();
  }

  @Test
  void relationshipsDoNotTouchTheirNodes() throws Exception {
    touchedBy("CREATE (:Hub), (:Spoke)");
    for (int i = 0; i < 3; i++) {
      TouchedEntities touched =
          touchedBy("MATCH (h:Hub), (s:Spoke) UNWIND range(1, 40) AS i CREATE (h)-[:TO]->(s)");
      assertThat(touched.of(EntityKind.NODE).isEmpty()).isTrue();
      assertThat(touched.of(EntityKind.RELATIONSHIP).size()).isEqualTo(40);
    }
    TouchedEntities deleted = touchedBy("MATCH (:Hub)-[r]->() WITH r LIMIT 1 DELETE r");
    assertThat(deleted.size()).isEqualTo(1);
    assertThat(touchedBy("MATCH (h:Hub) DETACH DELETE h").size()).isEqualTo(1 + 119);
  }

  @Test
  void manyLabelsAreSeenToChange() throws Exception {
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      labels.append(":Many").append(i);
    }
    touchedBy("CREATE (n:Labelled" + labels + ")");
    for (int i = 0; i < 30; i++) {
      assertThat(touchedBy("MATCH (n:Labelled) REMOVE n:Many" + i).size()).isEqualTo(1);
    }
    for (int i = 29; i >= 0; i--) {
      assertThat(touchedBy("MATCH (n:Labelled) SET n:Many" + i).size()).isEqualTo(1);
    }
  }

  @Test
  void tokensAndSchemaTouchNothing() throws Exception {
    assertThat(touchedBy("CREATE INDEX any FOR (n:Indexed) ON (n.key)").isEmpty()).isTrue();
    assertThat(touchedBy("CALL db.createLabel('Unused')").isEmpty()).isTrue();
    assertThat(touchedBy("CALL db.createProperty('unused')").isEmpty()).isTrue();
    assertThat(touchedBy("DROP INDEX any").isEmpty()).isTrue();
  }

  @Test
  void eachPositionIsFoundAgainAndNoOtherFits() throws Exception {
    touchedBy("CREATE (:P)");
    FeedPosition position = log.end();
    assertThat(log.whyNotFrom(position)).isEqualTo(Optional.empty());
    touchedBy("CREATE (:P)");
    touchedBy("CREATE (:P)");
    assertThat(log.whyNotFrom(position)).isEqualTo(Optional.empty());
    assertThat(
            log.whyNotFrom(
                new FeedPosition(
                    position.storeId(), position.transactionId(), position.checksum() + 1)))
        .hasValueSatisfying(reason -> assertThat(reason).contains("went on differently"));
    assertThat(
            log.whyNotFrom(
                new FeedPosition("another", position.transactionId(), position.checksum())))
        .hasValueSatisfying(reason -> assertThat(reason).contains("another store"));
    assertThat(log.whyNotFrom(new FeedPosition(position.storeId(), log.lastClosed() + 1, 0)))
        .hasValueSatisfying(reason -> assertThat(reason).contains("set back"));
  }
}
