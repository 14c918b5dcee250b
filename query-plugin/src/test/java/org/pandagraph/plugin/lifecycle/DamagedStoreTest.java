/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;
import org.pandagraph.blob.Blob;

/** A file store whose files are damaged or gone. */
class DamagedStoreTest extends BlobLifeTestCase {
  private Path folder() {
    return dbms.home().resolve("data/panda/blobs/neo4j");
  }

  private Path file(Blob blob) {
    String name = blob.digest().toHex();
    return folder().resolve("content").resolve(name.substring(0, 3)).resolve(name);
  }

  @Test
  void checkTellsWhatAndWhere() throws IOException {
    Blob good = stored("good");
    Blob flipped = stored("flipped");
    Blob cut = stored("cut off");
    Blob gone = stored("gone");
    stored("orphan");
    dbms.rows(
        """
        CREATE (a:A {good: $good, flipped: $flipped}), (b:B {list: [$good, $gone, $gone]}),
               (a)-[:R {cut: $cut}]->(b)
        """,
        Map.of(
            "good", good.toReference(),
            "flipped", flipped.toReference(),
            "cut", cut.toReference(),
            "gone", gone.toReference()));
    assertThat(check())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("kind", "OK");
              assertThat((Map<?, ?>) row.get("figures"))
                  .isEqualTo(
                      Map.ofEntries(
                          Map.entry("nodes", 2L),
                          Map.entry("relationships", 1L),
                          Map.entry("references", 6L),
                          Map.entry("referenced", 4L),
                          Map.entry("bytesRead", 22L),
                          Map.entry("missing", 0L),
                          Map.entry("damaged", 0L),
                          Map.entry("notListed", 0L),
                          Map.entry("stored", 5L),
                          Map.entry("orphans", 1L),
                          Map.entry("orphanBytes", 6L),
                          Map.entry("seconds", ((Map<?, ?>) row.get("figures")).get("seconds"))));
            });
    Files.writeString(file(flipped), "flopped");
    Files.writeString(file(cut), "cut");
    Files.delete(file(gone));

    List<Map<String, Object>> damages = check();
    assertThat(damages).hasSize(4);
    assertThat(damages.get(3)).containsEntry("kind", "FAILED");
    assertThat((Map<?, ?>) damages.get(3).get("figures"))
        .extracting("missing", "damaged", "stored")
        .containsExactly(1L, 2L, 4L);
    long a = id("MATCH (x:A) RETURN id(x) AS id");
    long b = id("MATCH (x:B) RETURN id(x) AS id");
    long r = id("MATCH ()-[x:R]->() RETURN id(x) AS id");
    assertDamage(damages, "DAMAGED", flipped, 1, Map.of("node", a, "property", "flipped"));
    assertDamage(damages, "DAMAGED", cut, 1, Map.of("relationship", r, "property", "cut"));
    assertDamage(damages, "MISSING", gone, 2, Map.of("node", b, "property", "list"));

    // A flipped bit shows only where the content is read.
    List<Map<String, Object>> quick =
        dbms.rows("CALL panda.blob.check({content: false, places: 0})");
    assertThat(quick).hasSize(3).extracting("digest").doesNotContain(flipped.digest().toHex());
    assertThat(quick.get(0).get("places")).isEqualTo(List.of());

    stored("flipped");
    stored("cut off");
    stored("gone");
    assertThat(check()).singleElement().extracting("kind").isEqualTo("OK");
  }

  private long id(String query) {
    return (Long) dbms.rows(query).get(0).get("id");
  }

  @SuppressWarnings("unchecked")
  private static void assertDamage(
      List<Map<String, Object>> rows, String kind, Blob blob, long count, Map<String, ?> place) {
    assertThat(rows)
        .filteredOn(row -> blob.digest().toHex().equals(row.get("digest")))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("kind", kind).containsEntry("references", count);
              assertThat((List<Object>) row.get("places"))
                  .contains((Object) place)
                  .hasSize((int) count);
            });
  }

  @Test
  void aStoreThatIsDownStopsCommitsThatReferToItAndNoOthers() throws IOException {
    Blob before = stored("before");
    Blob other = stored("other");
    dbms.rows("CREATE (:Down {b: $b})", Map.of("b", before.toReference()));
    age();
    Path aside = folder().resolveSibling("unmounted");
    Files.move(folder(), aside);
    try {
      assertThatThrownBy(
              () -> dbms.rows("CREATE (:Down {b: $b})", Map.of("b", other.toReference())))
          .isInstanceOf(TransientException.class)
          .hasMessageContainingAll("was not committed", "blob store of database `neo4j`");
      dbms.rows("MATCH (n:Down) SET n.plain = 'written'");
      assertThatThrownBy(() -> dbms.rows("CALL panda.blob.collect({graceTime: duration('PT0S')})"))
          .isInstanceOf(Neo4jException.class)
          .hasMessageContaining("blob store");
      assertThatThrownBy(() -> dbms.rows("CALL panda.blob.check()"))
          .isInstanceOf(Neo4jException.class)
          .hasMessageContaining("blob store");
      assertThat(dbms.rows("CALL panda.blob.status()").get(0))
          .containsEntry("owner", null)
          .extracting("storeProblem", "lastProblem")
          .doesNotContainNull();
    } finally {
      Files.move(aside, folder());
    }
    assertThat(dbms.rows("MATCH (n:Down) RETURN n.plain AS plain"))
        .containsExactly(Map.of("plain", "written"));
    assertThat(isStored(other)).isTrue();
    dbms.rows("CREATE (:Down {b: $b})", Map.of("b", other.toReference()));
    assertThat(collectAtOnce()).containsEntry("discarded", 0L);
    assertThat(contents()).containsExactly("before", "other");
  }
}
