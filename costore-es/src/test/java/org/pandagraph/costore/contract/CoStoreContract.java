/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.BlobReference;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreMetrics.Operation;
import org.pandagraph.costore.DurationValue;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.IdDigest;
import org.pandagraph.costore.IdPage;
import org.pandagraph.costore.IdStream;
import org.pandagraph.costore.NotExact;
import org.pandagraph.costore.Rebuild;
import org.pandagraph.costore.RejectedState;
import org.pandagraph.costore.ScoredId;
import org.pandagraph.costore.StateDigest;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.Comparison.Operator;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.costore.predicate.HasLabel;
import org.pandagraph.costore.predicate.Not;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Or;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.costore.predicate.TextMatch;

/** What every co-store does. */
public abstract class CoStoreContract extends CoStoreTestCase {
  private static final Predicate ANY_X = new Exists("x");

  @Test
  void isNothingBeforeItIsBuilt() throws Exception {
    assertThat(store.checkpoint()).isEmpty();
    assertThat(store.health().problem()).contains(CoStoreErrorCode.INDEX_GONE);
    fails(CoStoreErrorCode.INDEX_GONE, () -> store.apply(List.of(node(1, 1, Map.of()))));
    fails(CoStoreErrorCode.INDEX_GONE, store::makeVisible);
    fails(CoStoreErrorCode.INDEX_GONE, () -> store.checkpoint(checkpoint(1)));
    fails(CoStoreErrorCode.INDEX_GONE, () -> ids(ANY_X));
    fails(CoStoreErrorCode.INDEX_GONE, () -> store.count(EntityKind.NODE, ANY_X));

    build();

    assertThat(store.health().isGood()).as(store.health().message()).isTrue();
    assertThat(store.checkpoint()).contains(checkpoint(1));
    assertThat(ids(ANY_X)).isEmpty();
  }

  @Test
  void showsWhatWasAppliedOnceItIsMadeVisible() throws Exception {
    build();
    store.apply(List.of(node(7, 2, Map.of("x", 1L))));
    assertThat(ids(ANY_X)).isEmpty();

    store.makeVisible();

    assertThat(ids(ANY_X)).containsExactly(7L);
    assertThat(store.count(EntityKind.NODE, ANY_X)).isEqualTo(1);
    assertThat(store.estimate(EntityKind.NODE, ANY_X)).isEqualTo(1);
  }

  @Test
  void theHighestVersionWins() throws Exception {
    build();
    EntityState newer = node(1, 20, Map.of("x", "new"));
    EntityState older = node(1, 10, Map.of("x", "old"));
    apply(newer);
    apply(older, older);
    assertThat(ids(equal("x", "new"))).containsExactly(1L);

    apply(EntityState.deleted(EntityKind.NODE, 1, 30));
    apply(newer);
    assertThat(ids(ANY_X)).isEmpty();

    apply(node(1, 30, Map.of("x", "again")));
    apply(
        node(2, 5, Map.of("x", "one")),
        node(2, 7, Map.of("x", "three")),
        node(2, 6, Map.of("x", "two")));
    assertThat(ids(equal("x", "again"))).containsExactly(1L);
    assertThat(ids(equal("x", "three"))).containsExactly(2L);
  }

  @Test
  void deletingWhatIsNotThereIsNoError() {
    build();
    apply(EntityState.deleted(EntityKind.NODE, 5, 1), EntityState.deleted(EntityKind.NODE, 5, 1));
  }

  @Test
  void keepsNodesAndRelationshipsApart() throws Exception {
    build();
    apply(
        node(1, 1, Map.of("x", 1L)),
        EntityState.of(EntityKind.RELATIONSHIP, 1, 1, Set.of("KNOWS"), Map.of("x", 2L)));

    assertThat(ids(equal("x", 2L))).isEmpty();
    assertThat(store.count(EntityKind.RELATIONSHIP, equal("x", 2L))).isEqualTo(1);
    assertThat(store.count(EntityKind.RELATIONSHIP, new HasLabel("KNOWS"))).isEqualTo(1);
  }

  @Test
  void givesIdsInOrderPageByPage() throws Exception {
    build();
    List<EntityState> states = new ArrayList<>();
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < 255; i++) {
      long id = i * 3L + (i % 2) * 1_000_000_000_000L;
      expected.add(id);
      states.add(node(id, 1, Map.of("x", (long) i)));
    }
    expected.sort(null);
    apply(states.toArray(new EntityState[0]));

    assertThat(ids(ANY_X)).isEqualTo(expected);
    try (IdStream stream = store.ids(EntityKind.NODE, ANY_X)) {
      assertThat(stream.total()).isEqualTo(255);
      IdPage first = stream.next();
      assertThat(first.id(0)).isEqualTo(expected.get(0));
      assertThat(first.size()).isLessThan(255);
      assertThat(stream.requests()).isPositive();
      stream.close();
      fails(CoStoreErrorCode.CLOSED, stream::next);
    }
    assertThat(store.metrics().calls(Operation.ID_PAGE)).isGreaterThan(1);
    assertThat(store.metrics().idsRead()).isGreaterThanOrEqualTo(255);
  }

  @Test
  void handsBackWhatItCanNeverTake() throws Exception {
    build();
    EntityState poison = node(1, 1, Map.of("x", new Object()));

    List<RejectedState> rejected =
        store.apply(List.of(node(0, 1, Map.of("x", 1L)), poison, node(2, 1, Map.of("x", 1L))));
    store.makeVisible();

    assertThat(rejected).hasSize(1);
    assertThat(rejected.get(0).state()).isSameAs(poison);
    assertThat(rejected.get(0).reason()).contains("java.lang.Object");
    assertThat(ids(ANY_X)).containsExactly(0L, 2L);
    assertThat(store.metrics().statesRejected()).isEqualTo(1);
    assertThat(store.metrics().statesApplied()).isEqualTo(2);
  }

  @Test
  void takesKeysAndLabelsOfAnyKind() throws Exception {
    build();
    Map<String, Object> properties = new HashMap<>();
    for (int i = 0; i < 3_000; i++) {
      properties.put("key " + i, (long) i);
    }
    for (String name :
        List.of("a.b", "a b", "'", "\"", "\\", "*", "\u00e4\ud83d\ude00", "_id", "id")) {
      properties.put(name, name);
    }
    properties.put("k".repeat(20_000), true);
    apply(
        EntityState.of(EntityKind.NODE, 1, 1, Set.of("a b", "\"'", "L".repeat(9_000)), properties),
        node(2, 1, Map.of("key 17", "a string here")));

    assertThat(ids(equal("key 17", 17L))).containsExactly(1L);
    assertThat(ids(equal("key 17", "a string here"))).containsExactly(2L);
    assertThat(ids(equal("a.b", "a.b"))).containsExactly(1L);
    assertThat(ids(equal("*", "*"))).containsExactly(1L);
    assertThat(ids(equal("k".repeat(20_000), true))).containsExactly(1L);
    assertThat(ids(new HasLabel("L".repeat(9_000)))).containsExactly(1L);
    assertThat(ids(new HasLabel("\"'"))).containsExactly(1L);
  }

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
  void aRebuildTakesThePlaceOfWhatWasThere() throws Exception {
    build(node(1, 1, Map.of("x", 1L)));
    try (Rebuild rebuild = store.startRebuild()) {
      rebuild.apply(List.of(node(2, 1, Map.of("x", 2L))));
      apply(node(3, 2, Map.of("x", 3L)));
      assertThat(ids(ANY_X)).containsExactly(1L, 3L);
      assertThat(store.checkpoint()).contains(checkpoint(1));

      rebuild.complete(checkpoint(2));

      assertThat(ids(ANY_X)).containsExactly(2L);
      assertThat(store.checkpoint()).contains(checkpoint(2));
      fails(CoStoreErrorCode.CLOSED, () -> rebuild.apply(List.of()));
    }
    apply(node(3, 2, Map.of("x", 3L)));
    assertThat(ids(ANY_X)).containsExactly(2L, 3L);
  }

  @Test
  void aRebuildThatIsGivenUpLeavesEverythingAsItWas() throws Exception {
    build(node(1, 1, Map.of("x", 1L)));
    try (Rebuild rebuild = store.startRebuild()) {
      rebuild.apply(List.of(node(2, 1, Map.of("x", 2L))));
    }
    assertThat(ids(ANY_X)).containsExactly(1L);

    store.startRebuild().apply(List.of(node(4, 1, Map.of("x", 2L))));
    build(node(3, 1, Map.of("x", 3L)));
    assertThat(ids(ANY_X)).containsExactly(3L);
  }

  @Test
  void aStreamOutlivesARebuild() throws Exception {
    build(
        LongStream.range(0, 200)
            .mapToObj(id -> node(id, 1, Map.of("x", 1L)))
            .toArray(EntityState[]::new));
    List<Long> ids = new ArrayList<>();
    try (IdStream stream = store.ids(EntityKind.NODE, ANY_X)) {
      IdPage page = stream.next();
      build();
      for (; page != null; page = stream.next()) {
        LongStream.of(page.ids()).forEach(ids::add);
      }
    }
    assertThat(ids).hasSize(200);
    assertThat(ids(ANY_X)).isEmpty();
  }

  @Test
  void whatWasAppliedIsThereAfterItIsOpenedAgain() throws Exception {
    build();
    store.apply(List.of(node(1, 1, Map.of("x", 1L))));
    store.checkpoint(checkpoint(9));
    store.close();
    fails(CoStoreErrorCode.CLOSED, store::makeVisible);

    store = openStore();

    assertThat(store.checkpoint()).contains(checkpoint(9));
    store.makeVisible();
    assertThat(ids(ANY_X)).containsExactly(1L);
  }

  @Test
  void tellsTheDigestOfEachState() {
    build();
    RandomPredicates entities = new RandomPredicates(random);
    Map<Long, Long> expected = new TreeMap<>();
    List<EntityState> states = new ArrayList<>();
    for (long id = 0; id < 300; id++) {
      EntityState state = entities.entity(EntityKind.RELATIONSHIP, id, 1);
      states.add(state);
      expected.put(id, StateDigest.of(state));
    }
    apply(states.toArray(new EntityState[0]));

    try (Stream<IdDigest> digests = store.digests(EntityKind.RELATIONSHIP, 10, 290)) {
      List<IdDigest> found = digests.collect(Collectors.toList());
      assertThat(found).extracting(IdDigest::id).isSorted().hasSize(280);
      assertThat(found).allMatch(each -> expected.get(each.id()) == each.digest());
    }
    try (Stream<IdDigest> digests = store.digests(EntityKind.RELATIONSHIP, 400, Long.MAX_VALUE)) {
      assertThat(digests).isEmpty();
    }
  }

  @Test
  void searchesForWords() {
    build();
    apply(
        node(1, 1, Map.of("title", "Graphs and search")),
        node(2, 1, Map.of("title", "Searching: a search engine for GRAPHS", "n", 1L)),
        node(3, 1, Map.of("title", "nothing of the kind")),
        EntityState.of(EntityKind.NODE, 4, 1, Set.of("B"), Map.of("t", "graphs")));

    assertThat(store.search(null, "graphs", 10))
        .extracting(ScoredId::id)
        .contains(1L, 2L, 4L)
        .doesNotContain(3L);
    assertThat(store.search("A", "graphs", 10))
        .extracting(ScoredId::id)
        .containsExactlyInAnyOrder(1L, 2L);
    assertThat(store.search("A", "engine graphs", 1)).extracting(ScoredId::id).containsExactly(2L);
    assertThat(store.search("A", "absent", 10)).isEmpty();
    assertThat(store.search("A", "graphs", 10)).allMatch(hit -> hit.score() > 0);
    fails(CoStoreErrorCode.INVALID_REQUEST, () -> store.search("A", "x", 0));
    fails(CoStoreErrorCode.INVALID_REQUEST, () -> store.search("A", "x".repeat(1001), 1));
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

  private static Predicate equal(String key, Object value) {
    return new Comparison(key, Operator.EQUAL, value);
  }
}
