/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pandagraph.costore.Checkpoint;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreMetrics.Operation;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.IdDigest;
import org.pandagraph.costore.IdPage;
import org.pandagraph.costore.IdStream;
import org.pandagraph.costore.Rebuild;
import org.pandagraph.costore.RejectedState;
import org.pandagraph.costore.ScoredId;
import org.pandagraph.costore.StateDigest;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.costore.predicate.HasLabel;
import org.pandagraph.costore.predicate.Predicate;

/** What every co-store does. */
public abstract class CoStoreContract extends PredicateContract {
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
  void aCheckpointSaysAsMuchAsItsWriterLikes() throws Exception {
    build();
    Checkpoint wordy = new Checkpoint("graph", 2, store.layoutVersion(), "parked ".repeat(100_000));
    store.checkpoint(wordy);
    assertThat(store.checkpoint()).contains(wordy);
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
  void aStreamEndsWithTheDataItReads() throws Exception {
    build(
        LongStream.range(0, 200)
            .mapToObj(id -> node(id, 1, Map.of("x", 1L)))
            .toArray(EntityState[]::new));
    try (IdStream stream = store.ids(EntityKind.NODE, ANY_X)) {
      assertThat(stream.next().size()).isLessThan(200);
      build();
      fails(CoStoreErrorCode.INDEX_GONE, stream::next);
    }
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
}
