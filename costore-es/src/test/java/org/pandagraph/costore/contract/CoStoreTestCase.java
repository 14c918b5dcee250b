/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.pandagraph.costore.Checkpoint;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.IdPage;
import org.pandagraph.costore.IdStream;
import org.pandagraph.costore.Rebuild;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;

/** Where the tests of a co-store take place: the store, and the steps they have in common. */
@Timeout(300)
public abstract class CoStoreTestCase {
  /** Random entities come from this; printed so that a failure can be replayed. */
  protected static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  static {
    System.out.println("replay with -Dtests.seed=" + SEED);
  }

  protected final Random random = new Random(SEED);

  protected CoStore store;

  /** Opens the store under test; the first of a test on an empty place, the next on the same. */
  protected abstract CoStore openStore() throws Exception;

  @BeforeEach
  void openOnEmptyPlace() throws Exception {
    store = openStore();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** A build of nothing, so that there is a place for states. */
  protected final void build(EntityState... states) {
    try (Rebuild rebuild = store.startRebuild()) {
      assertThat(rebuild.apply(List.of(states))).isEmpty();
      rebuild.complete(checkpoint(1));
    }
  }

  protected final Checkpoint checkpoint(long txId) {
    return new Checkpoint("graph", txId, store.layoutVersion(), "a test");
  }

  protected final void apply(EntityState... states) {
    assertThat(store.apply(List.of(states))).isEmpty();
    store.makeVisible();
  }

  protected static EntityState node(long id, long version, Map<String, Object> properties) {
    return EntityState.of(EntityKind.NODE, id, version, Set.of("A"), properties);
  }

  protected static Predicate equal(String key, Object value) {
    return new Comparison(key, Comparison.Operator.EQUAL, value);
  }

  /** Ids of those that the store decides on. */
  protected final List<Long> sureIds(Predicate predicate) throws NotPushable {
    return ids(predicate, false);
  }

  /** Ids of those that it leaves to the asker. */
  protected final List<Long> idsToVerify(Predicate predicate) throws NotPushable {
    return ids(predicate, true);
  }

  private List<Long> ids(Predicate predicate, boolean toVerify) throws NotPushable {
    List<Long> found = new ArrayList<>();
    try (IdStream stream = store.ids(EntityKind.NODE, predicate)) {
      for (IdPage page = stream.next(); page != null; page = stream.next()) {
        for (int i = 0; i < page.size(); i++) {
          if (page.mustVerify(i) == toVerify) {
            found.add(page.id(i));
          }
        }
      }
    }
    return found;
  }

  /** All ids, none of which has to be verified. */
  protected final List<Long> ids(Predicate predicate) throws NotPushable {
    List<Long> ids = new ArrayList<>();
    try (IdStream stream = store.ids(EntityKind.NODE, predicate)) {
      for (IdPage page = stream.next(); page != null; page = stream.next()) {
        assertThat(page.hasToVerify()).isFalse();
        Arrays.stream(page.ids()).forEach(ids::add);
      }
    }
    return ids;
  }

  protected static void fails(CoStoreErrorCode code, ThrowingCallable call) {
    Assertions.assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CoStoreException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
