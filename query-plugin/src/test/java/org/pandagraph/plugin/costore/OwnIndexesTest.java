/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.plugin.testing.Neo4jAdmin;
import org.pandagraph.servers.Folders;

/** Whose indexes are whose, in a cluster that several graphs use. */
class OwnIndexesTest {
  private static final String COUNT = "MATCH (p:Paper) WHERE p.year > 2000 RETURN count(p) AS n";
  private static final ElasticsearchAdmin ADMIN = new ElasticsearchAdmin(SharedElasticsearch.url());

  @TempDir Path folder;

  private static Set<String> indexes(CoStoreDbms neo4j) {
    return new TreeSet<>(ADMIN.indexes(neo4j.prefix()));
  }

  private static void assertFound(CoStoreDbms neo4j, long papers) {
    neo4j.awaitLive();
    neo4j.assertPushedAndSame(COUNT);
    assertThat(neo4j.rows(COUNT)).containsExactly(Map.of("n", papers));
  }

  private static void create(CoStoreDbms neo4j, int papers) {
    neo4j.rows("UNWIND range(1, " + papers + ") AS i CREATE (:Paper {year: 2000 + i})");
    neo4j.awaitLive();
  }

  private static long rebuilds(CoStoreDbms neo4j) {
    return (Long) ((Map<?, ?>) neo4j.awaitLive().status().get("counters")).get("rebuilds");
  }

  @Test
  void graphsOfTwoServersWithOnePrefixDoNotTouchEachOther() {
    CoStoreDbms one = CoStoreDbms.start();
    create(one, 10);
    CoStoreDbms other = CoStoreDbms.start(SharedElasticsearch.url(), one.prefix(), more -> {});
    create(other, 20);
    assertFound(one, 10);
    assertFound(other, 20);
    one.rows("MATCH (p:Paper) WHERE p.year > 2005 DELETE p");
    other.rows("CREATE (:Paper {year: 2050})");
    assertFound(one, 5);
    assertFound(other, 21);
    one = one.restart();
    other = other.restart();
    assertThat(rebuilds(one)).isZero();
    assertThat(rebuilds(other)).isZero();
    other.rows("CALL panda.costore.rebuild()");
    CoStoreDbms rebuilt = other;
    other.until("it is rebuilt", () -> rebuilds(rebuilt) == 1);
    assertFound(one, 5);
    assertFound(other, 21);
    assertThat(indexes(one)).hasSize(6);
    one.close();
    other.close();
  }

  /** As where a copy of a server is tried out with its settings. */
  @Test
  void aDumpOnAnotherServerIsAnotherGraph() throws Exception {
    CoStoreDbms one = CoStoreDbms.start();
    create(one, 10);
    Path home = folder.resolve("home");
    one.dbms().stop();
    Neo4jAdmin.run(
        one.dbms().home(), "dump", "--database=neo4j", "--to=" + folder.resolve("neo4j.dump"));
    Neo4jAdmin.run(home, "load", "--database=neo4j", "--from=" + folder.resolve("neo4j.dump"));
    CoStoreDbms other = one.startIn(home);
    assertFound(other, 10);
    other.rows("MATCH (p:Paper) DELETE p");
    other.awaitLive();
    one = one.startIn(one.dbms().home());
    assertThat(rebuilds(one)).isZero();
    assertFound(one, 10);
    assertFound(other, 0);
    one.close();
    other.close();
  }

  @Test
  void aDatabaseThatIsMadeAnewTakesItsIndexesAgain() {
    CoStoreDbms neo4j = CoStoreDbms.start();
    create(neo4j, 10);
    Set<String> before = indexes(neo4j);
    neo4j.dbms().stop();
    for (String part : new String[] {"databases", "transactions"}) {
      Folders.delete(neo4j.dbms().home().resolve("data").resolve(part).resolve("neo4j"));
    }
    neo4j = neo4j.startIn(neo4j.dbms().home());
    assertThat(rebuilds(neo4j)).isEqualTo(1);
    create(neo4j, 3);
    assertFound(neo4j, 3);
    assertThat(indexes(neo4j)).hasSize(3).doesNotContainAnyElementsOf(before);
    neo4j.close();
  }

  @Test
  void indexesSayWhoseTheyAre() {
    try (CoStoreDbms neo4j = CoStoreDbms.start()) {
      create(neo4j, 1);
      assertThat(
              ADMIN.send("GET", "/" + ADMIN.nodes(neo4j.prefix()) + "/_mapping", null).toString())
          .contains("\"_meta\":{\"owner\":\"database neo4j of server ")
          .contains(" in " + neo4j.dbms().home());
      String name = ADMIN.nodes(neo4j.prefix()).replaceAll("-nodes-.*", "-*");
      neo4j.until(
          "the status names them",
          () -> neo4j.status().get("store").toString().endsWith("indexes " + name));
    }
  }
}
