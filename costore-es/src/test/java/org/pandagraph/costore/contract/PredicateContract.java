/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.BlobReference;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.DurationValue;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.IdPage;
import org.pandagraph.costore.IdStream;
import org.pandagraph.costore.NotExact;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.Comparison.Operator;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.costore.predicate.Not;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Or;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.costore.predicate.TextMatch;

/** What every co-store finds and counts: never anything but what Neo4j does. */
abstract class PredicateContract extends CoStoreTestCase {
  @Test
  void aVeryLongStringIsFoundOrLeftToVerify() throws Exception {
    build();
    String text = "abcd".repeat(10_000);
    apply(
        node(1, 1, Map.of("x", text + "1")),
        node(2, 1, Map.of("x", text + "2")),
        node(3, 1, Map.of("x", "abcd")),
        node(4, 1, Map.of("x", 1L)));

    assertThat(ids(equal("x", text + "2"))).containsExactly(2L);
    Predicate contains = new TextMatch("x", TextMatch.Operator.CONTAINS, "cd1");
    List<Long> found = new ArrayList<>();
    try (IdStream stream = store.ids(EntityKind.NODE, contains)) {
      for (IdPage page = stream.next(); page != null; page = stream.next()) {
        for (int i = 0; i < page.size(); i++) {
          assertThat(page.id(i) == 1L || page.mustVerify(i)).isTrue();
          found.add(page.id(i));
        }
      }
    }
    assertThat(found).contains(1L).doesNotContain(3L, 4L);
    try {
      assertThat(store.count(EntityKind.NODE, contains)).isEqualTo(1);
    } catch (NotExact e) {
      assertThat(found).containsExactly(1L, 2L);
    }
  }

  @Test
  void durationsAreInNoOrder() throws Exception {
    build();
    DurationValue day = new DurationValue(0, 1, 0, 0);
    apply(node(1, 1, Map.of("x", day)), node(2, 1, Map.of("x", new DurationValue(0, 2, 0, 0))));

    assertThat(ids(new Comparison("x", Operator.LESS_OR_EQUAL, day))).containsExactly(1L);
    assertThat(ids(new Comparison("x", Operator.GREATER, day))).isEmpty();
  }

  /** Bytes are a blob to Cypher, and it refuses metadata of a number: the asker has to look. */
  @Test
  void metadataOfWhatIsNoStoredBlobIsLeftToVerify() throws Exception {
    build();
    apply(
        node(1, 1, Map.of("x", new BlobReference("r", "d", 7, "image/png"))),
        node(2, 1, Map.of("x", new BlobReference("s", "e", 8, "image/jpeg"))),
        node(3, 1, Map.of("x", List.of(1L, 2L))),
        node(4, 1, Map.of("x", "r")),
        node(5, 1, Map.of("y", new BlobReference("r", "d", 7, "image/png"))));

    Predicate png = equal(BlobMetadata.MIME.keyOf("x"), "image/png");
    assertThat(sureIds(png)).containsExactly(1L);
    assertThat(idsToVerify(png)).containsExactly(3L, 4L);
    assertThat(sureIds(new Not(png))).containsExactly(2L);
    assertThat(idsToVerify(new Not(png))).containsExactly(3L, 4L);
    Predicate none = new Not(new Exists(BlobMetadata.LENGTH.keyOf("x")));
    assertThat(sureIds(none)).containsExactly(5L);
    assertThat(idsToVerify(none)).containsExactly(3L, 4L);
    Predicate longer = new Comparison(BlobMetadata.LENGTH.keyOf("x"), Operator.GREATER, 7.5);
    assertThat(sureIds(longer)).containsExactly(2L);
    assertThatThrownBy(() -> store.count(EntityKind.NODE, png)).isInstanceOf(NotExact.class);
    assertThat(ids(equal("x", "r"))).containsExactly(1L, 4L);
  }

  /** Random entities and predicates: the store finds what Neo4j's own operators find. */
  @Test
  void findsWhatNeo4jFinds() throws Exception {
    build();
    RandomPredicates predicates = new RandomPredicates(random);
    List<EntityState> states = new ArrayList<>();
    for (int id = 0; id < 500; id++) {
      states.add(predicates.entity(EntityKind.NODE, id, 1));
    }
    apply(states.toArray(new EntityState[0]));
    int pushed = 0;
    int hits = 0;
    for (int i = 0; i < predicatesToTry(); i++) {
      Predicate predicate = predicates.predicate(random.nextInt(4));
      try {
        int found = compare(predicate, states);
        pushed++;
        hits += found > 0 && found < states.size() ? 1 : 0;
      } catch (NotPushable e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
    System.out.println(pushed + " predicates pushed, " + hits + " of them told entities apart");
    assertThat(pushed).isGreaterThan(predicatesToTry() / 2);
    assertThat(hits).isGreaterThan(pushed / 4);
  }

  /** How many predicates to compare. */
  protected int predicatesToTry() {
    return 3_000;
  }

  private int compare(Predicate predicate, List<EntityState> states) throws NotPushable {
    List<Long> expected =
        states.stream()
            .filter(state -> Neo4jSemantics.evaluate(predicate, state).orElse(false))
            .map(EntityState::id)
            .collect(Collectors.toList());
    List<Long> found = new ArrayList<>();
    boolean sure = true;
    long total;
    try (IdStream stream = store.ids(EntityKind.NODE, predicate)) {
      total = stream.total();
      for (IdPage page = stream.next(); page != null; page = stream.next()) {
        total -= page.size();
        sure &= !page.hasToVerify();
        for (int i = 0; i < page.size(); i++) {
          EntityState state = states.get((int) page.id(i));
          if (!page.mustVerify(i) || Neo4jSemantics.evaluate(predicate, state).orElse(false)) {
            found.add(page.id(i));
          }
        }
      }
    }
    assertThat(found).as(() -> describe(predicate)).isEqualTo(expected);
    assertThat(total).as(() -> "total of " + describe(predicate)).isZero();
    try {
      assertThat(store.count(EntityKind.NODE, predicate))
          .as(() -> "count of " + describe(predicate))
          .isEqualTo(expected.size());
      assertThat(sure).as(() -> describe(predicate)).isTrue();
    } catch (NotExact e) {
      assertThat(sure).as(() -> describe(predicate)).isFalse();
    }
    return found.size();
  }

  private static String describe(Predicate predicate) {
    String text = predicate.toString();
    return text.length() > 2_000 ? text.substring(0, 2_000) + "..." : text;
  }

  @Test
  void anEmptyDisjunctionFindsNothing() throws Exception {
    build(node(1, 1, Map.of()));
    assertThat(ids(Or.of())).isEmpty();
    assertThat(store.count(EntityKind.NODE, Or.of())).isZero();
  }

  /** Whatever the store has of them: nothing, a match, something that is none, a doubt. */
  @Test
  void aCountDoesWithoutSomeEntities() throws Exception {
    String tooLong = "cd1".repeat(20_000);
    build(
        IntStream.range(0, 30)
            .mapToObj(id -> node(id, 1, Map.of("x", (long) id % 3, "text", "" + id)))
            .toArray(EntityState[]::new));
    apply(node(30, 1, Map.of("text", tooLong)));
    assertThat(store.count(EntityKind.NODE, equal("x", 1L), new long[] {1, 2, 4, 99})).isEqualTo(8);
    assertThat(store.count(EntityKind.NODE, new Not(equal("x", 1L)), new long[] {1, 2, 4, 99}))
        .isEqualTo(19);
    Predicate contains = new TextMatch("text", TextMatch.Operator.CONTAINS, "1");
    assertThat(store.count(EntityKind.NODE, contains, new long[] {10, 30})).isEqualTo(11);
    long[] most = LongStream.range(1, CoStore.MOST_WITHOUT + 1).toArray();
    assertThat(store.count(EntityKind.NODE, equal("x", 0L), most)).isEqualTo(1);
  }
}
