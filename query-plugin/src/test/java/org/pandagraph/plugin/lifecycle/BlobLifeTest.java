/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.graphdb.ConstraintViolationException;
import org.pandagraph.blob.Blob;

/** Staged, referenced, collected. */
class BlobLifeTest extends BlobLifeTestCase {
  @Test
  void aRollbackLeavesNothing() {
    try (Session session = session();
        Transaction tx = session.beginTransaction()) {
      tx.run("CREATE ({photo: <base64://cm9sbGVkIGJhY2s=>})").consume();
      assertThat(contents()).containsExactly("rolled back");
      tx.rollback();
    }
    assertThat(collectAtOnce()).containsEntry("discarded", 1L).containsEntry("bytesFreed", 11L);
    assertThat(contents()).isEmpty();
  }

  @Test
  void whatIsReferredToStays() {
    dbms.rows(
        """
        CREATE (a {one: Blob.fromUTF8String('node'), many: [Blob.fromUTF8String('first'),
                  Blob.fromUTF8String('second')]})
               -[:R {one: Blob.fromUTF8String('relationship')}]->({shared: [Blob.fromUTF8String('node')]}),
               (c {text: 'pandablob:1:no reference', number: 1, list: ['x', 'y']})
        """);
    assertThat(collectAtOnce())
        .containsEntry("nodes", 3L)
        .containsEntry("relationships", 1L)
        .containsEntry("references", 5L)
        .containsEntry("referenced", 4L)
        .containsEntry("stored", 4L)
        .containsEntry("discarded", 0L);
    assertThat(contents()).containsExactly("first", "node", "relationship", "second");

    dbms.rows("MATCH (a) WHERE a.many IS NOT NULL REMOVE a.one");
    collectAtOnce();
    assertThat(contents()).containsExactly("first", "node", "relationship", "second");
    dbms.rows("MATCH (a) WHERE a.shared IS NOT NULL SET a.shared = ['other']");
    collectAtOnce();
    assertThat(contents()).containsExactly("first", "relationship", "second");
    dbms.rows("MATCH ()-[r]->() DELETE r");
    collectAtOnce();
    assertThat(contents()).containsExactly("first", "second");
    dbms.rows("MATCH (a) WHERE a.many IS NOT NULL SET a.many = [a.many[1]]");
    collectAtOnce();
    assertThat(contents()).containsExactly("second");
    dbms.rows("MATCH (n) DETACH DELETE n");
    assertThat(collectAtOnce()).containsEntry("nodes", 0L).containsEntry("discarded", 1L);
    assertThat(contents()).isEmpty();
  }

  @Test
  void graceTime() {
    dbms.rows("CREATE ({photo: Blob.fromUTF8String('first')})");
    dbms.rows("MATCH (n) SET n.photo = Blob.fromUTF8String('second')");
    assertThat(collect()).containsEntry("waiting", 1L).containsEntry("discarded", 0L);
    assertThat(contents()).containsExactly("first", "second");
    age();
    // It has been stored for more than a second, but without a reference for no hour.
    assertThat(collect("PT1H")).containsEntry("waiting", 1L).containsEntry("discarded", 0L);
    assertThat(collect("PT1S")).containsEntry("waiting", 0L).containsEntry("discarded", 1L);
    assertThat(contents()).containsExactly("second");
  }

  @Test
  void whatIsReferredToAgainIsNoOrphanAnyMore() {
    Blob blob = stored("again");
    assertThat(collect()).containsEntry("waiting", 1L);
    age();
    dbms.rows("CREATE ({photo: $b})", Map.of("b", blob.toReference()));
    assertThat(collect("PT1S")).containsEntry("waiting", 0L).containsEntry("discarded", 0L);
    dbms.rows("MATCH (n) DELETE n");
    assertThat(collect("PT1S")).containsEntry("waiting", 1L).containsEntry("discarded", 0L);
    age();
    assertThat(collect("PT1S")).containsEntry("discarded", 1L);
  }

  @Test
  void whatIsReferredToBetweenTwoCollectionsWaitsAnew() {
    Blob blob = stored("between");
    assertThat(collect()).containsEntry("waiting", 1L);
    age();
    dbms.rows("CREATE ({photo: $b})", Map.of("b", blob.toReference()));
    dbms.rows("MATCH (n) DELETE n");
    assertThat(collect("PT1S")).containsEntry("waiting", 1L).containsEntry("discarded", 0L);
    age();
    assertThat(collect("PT1S")).containsEntry("waiting", 0L).containsEntry("discarded", 1L);
  }

  @Test
  void aReferenceWithoutItsContentIsRefused() {
    long refusedBefore = counter("commitsRefused");
    Blob typed = unstored("typed by hand");
    for (String write :
        new String[] {
          "CREATE ({photo: $b})",
          "CREATE ({photos: ['x', $b]})",
          "CREATE ()-[:R {photo: $b}]->()",
          "MERGE (n:N {id: 1}) SET n += {photo: $b}"
        }) {
      assertThatThrownBy(() -> dbms.rows(write, Map.of("b", typed.toReference())))
          .as(write)
          .isInstanceOf(ClientException.class)
          .hasMessageContainingAll("`neo4j`", typed.digest().toHex(), "store it")
          .extracting(e -> ((ClientException) e).code())
          .isEqualTo("Neo.ClientError.Schema.ConstraintValidationFailed");
    }
    assertThat(dbms.rows("MATCH (n) RETURN n")).isEmpty();
    try (Session session = session();
        Transaction tx = session.beginTransaction()) {
      tx.run("CREATE ({photo: $b})", Map.of("b", typed.toReference())).consume();
      assertThatThrownBy(tx::commit).isInstanceOf(ClientException.class);
    }
    assertThat(dbms.rows("MATCH (n) RETURN n")).isEmpty();
    assertThatThrownBy(
            () ->
                dbms.database()
                    .executeTransactionally(
                        "CREATE ({photo: $b})", Map.of("b", typed.toReference())))
        .isInstanceOf(ConstraintViolationException.class)
        .hasMessageContaining("store it");
    dbms.rows("CREATE ({photo: Blob.fromUTF8String('typed by hand')})");
    assertThat(dbms.rows("MATCH (n) WHERE n.photo = $b RETURN n", Map.of("b", typed.toReference())))
        .hasSize(1);
    assertThat(counter("commitsRefused") - refusedBefore).isEqualTo(6L);
  }

  @Test
  void aReferenceWithAnotherLengthThanItsContentIsRefused() {
    Blob blob = stored("twelve bytes");
    Blob longer = new Blob(blob.digest(), 13, blob.mimeType());
    for (String write :
        new String[] {
          "CREATE ({photo: $b})",
          "CREATE ({photo: $right}) CREATE ({photos: [$b]})",
          "CREATE ({photo: $b}) CREATE ({photo: $right})"
        }) {
      assertThatThrownBy(
              () ->
                  dbms.rows(write, Map.of("b", longer.toReference(), "right", blob.toReference())))
          .as(write)
          .isInstanceOf(ClientException.class)
          .hasMessageContainingAll(blob.digest().toHex(), "13 bytes", "has 12")
          .extracting(e -> ((ClientException) e).code())
          .isEqualTo("Neo.ClientError.Schema.ConstraintValidationFailed");
    }
    assertThat(dbms.rows("MATCH (n) RETURN n")).isEmpty();
    dbms.rows("CREATE ({photo: $b})", Map.of("b", blob.toReference()));
    assertThat(check()).singleElement().extracting("kind").isEqualTo("OK");
  }

  @Test
  void whatAnOpenTransactionStoredStays() {
    try (Session session = session();
        Transaction tx = session.beginTransaction()) {
      Object blob =
          tx.run("RETURN Blob.fromUTF8String('staged') AS b").single().get("b").asString();
      assertThat(collectAtOnce()).containsEntry("waiting", 1L).containsEntry("discarded", 0L);
      tx.run("CREATE ({photo: $b})", Map.of("b", blob)).consume();
      tx.commit();
    }
    assertThat(collectAtOnce()).containsEntry("waiting", 0L).containsEntry("discarded", 0L);
    assertThat(contents()).containsExactly("staged");
  }

  @Test
  void transactionsWithinStatements() {
    try (Session session = session()) {
      session
          .run(
              """
              UNWIND range(1, 25) AS i
              CALL { WITH i CREATE (:T {i: i, b: Blob.fromUTF8String('in ' + i)}) }
              IN TRANSACTIONS OF 10 ROWS
              """)
          .consume();
      session
          .run(
              """
              USING PERIODIC COMMIT 10 LOAD CSV FROM $url AS row
              CREATE (:P {b: Blob.fromUTF8String('csv ' + row[0])})
              """,
              Map.of("url", csv()))
          .consume();
    }
    assertThat(collectAtOnce()).containsEntry("referenced", 50L).containsEntry("discarded", 0L);
    Map<String, Object> typed = Map.of("b", unstored("nowhere").toReference());
    try (Session session = session()) {
      assertThatThrownBy(
              () ->
                  session
                      .run(
                          """
                          UNWIND range(1, 25) AS i
                          CALL { WITH i CREATE (:U {b: CASE i WHEN 15 THEN $b ELSE null END}) }
                          IN TRANSACTIONS OF 10 ROWS
                          """,
                          typed)
                      .consume())
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("store it")
          .extracting(e -> ((ClientException) e).code())
          .isEqualTo("Neo.ClientError.Schema.ConstraintValidationFailed");
    }
    assertThatThrownBy(
            () ->
                dbms.database()
                    .executeTransactionally(
                        "UNWIND [1] AS i CALL { WITH i CREATE (:V {b: $b}) } IN TRANSACTIONS",
                        typed))
        .isInstanceOf(ConstraintViolationException.class)
        .hasMessageContaining("store it");
    assertThat(dbms.rows("MATCH (n:U) RETURN count(n) AS n").get(0)).containsEntry("n", 10L);
    dbms.rows("MATCH (n) DETACH DELETE n");
    assertThat(collectAtOnce()).containsEntry("discarded", 50L);
  }

  private String csv() {
    try {
      StringBuilder rows = new StringBuilder();
      for (int i = 1; i <= 25; i++) {
        rows.append(i).append('\n');
      }
      java.nio.file.Files.writeString(dbms.home().resolve("import/rows.csv"), rows);
      return "file:///rows.csv";
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void onlyItsOwnerCollectsAStore() {
    dbms.rows("CREATE ({photo: Blob.fromUTF8String('mine')})");
    stored("not referred to");
    collect();
    Map<String, Object> status = dbms.rows("CALL panda.blob.status()").get(0);
    String self = (String) status.get("owner");
    assertThat(status).containsEntry("isOwner", true).containsEntry("storeProblem", null);
    assertThat(self).contains("neo4j").contains(dbms.home().getFileName().toString());

    store().handOver("database neo4j of production");
    assertThatThrownBy(this::collectAtOnce)
        .isInstanceOf(ClientException.class)
        .hasMessageContainingAll("database neo4j of production", self, "panda.blob.takeOver()");
    assertThat(contents()).hasSize(2);
    status = dbms.rows("CALL panda.blob.status()").get(0);
    assertThat(status).containsEntry("isOwner", false);
    assertThat((String) status.get("lastProblem")).contains("production");

    assertThat(dbms.rows("CALL panda.blob.takeOver()"))
        .containsExactly(Map.of("owner", self, "before", "database neo4j of production"));
    assertThat(collectAtOnce()).containsEntry("discarded", 1L);
    assertThat(contents()).containsExactly("mine");
  }

  @Test
  void optionsAreChecked() {
    Map<String, String> wrong = new HashMap<>();
    wrong.put(
        "CALL panda.blob.collect({gracetime: duration('PT1S')})", "did you mean `graceTime`?");
    wrong.put("CALL panda.blob.collect({graceTime: 5})", "a duration, such as duration('PT1H')");
    wrong.put("CALL panda.blob.collect({graceTime: duration('P1M')})", "months differ in length");
    wrong.put("CALL panda.blob.collect({graceTime: duration('-PT1S')})", "from 0 to 3650 days");
    wrong.put("CALL panda.blob.collect({graceTime: duration('P9999D')})", "from 0 to 3650 days");
    wrong.put("CALL panda.blob.check({content: 1})", "true or false");
    wrong.put("CALL panda.blob.check({places: -1})", "an integer from 0 to 1000");
    wrong.put("CALL panda.blob.check({place: 1})", "did you mean `places`?");
    wrong.forEach(
        (call, message) ->
            assertThatThrownBy(() -> dbms.rows(call))
                .as(call)
                .isInstanceOf(ClientException.class)
                .hasMessageContaining(message));
  }

  @Test
  void proceduresExplainThemselves() {
    assertThat(
            dbms.rows(
                """
                SHOW PROCEDURES YIELD name, description, admin, mode
                WHERE name STARTS WITH 'panda.blob.' AND size(description) > 80
                RETURN name, admin ORDER BY name
                """))
        .contains(
            Map.of("name", "panda.blob.check", "admin", false),
            Map.of("name", "panda.blob.collect", "admin", true),
            Map.of("name", "panda.blob.status", "admin", false),
            Map.of("name", "panda.blob.takeOver", "admin", true));
  }

  long counter(String name) {
    Object counters = dbms.rows("CALL panda.blob.status() YIELD counters").get(0).get("counters");
    return (Long) ((Map<?, ?>) counters).get(name);
  }

  private Map<String, Object> collect(String graceTime) {
    return dbms.rows("CALL panda.blob.collect({graceTime: duration($g)})", Map.of("g", graceTime))
        .get(0);
  }
}
