/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The set of unseen changes, against a list of all transactions. */
class UnseenSetTest {
  private static final int BOUND = 20;

  private static TouchedEntities nodes(long... ids) {
    TouchedEntities touched = new TouchedEntities();
    for (long id : ids) {
      touched.add(EntityKind.NODE, id);
    }
    return touched;
  }

  private static UnseenSet known() {
    UnseenSet set = new UnseenSet(BOUND, () -> 1_000);
    set.setKnown();
    return set;
  }

  @Test
  void whatIsVisibleBeforeItsCommitHasReturnedLeavesWithTheCommit() {
    UnseenSet set = known();
    UnseenSet.Commit commit = set.begin(Optional.of(nodes(1)));
    set.visibleUpTo(7);
    assertThat(set.snapshot().nodes()).containsExactly(1);
    commit.ended(7);
    assertThat(set.snapshot().nodes()).isEmpty();
  }

  /** Who looks before and after cannot have seen it: that something was missed, can be told. */
  @Test
  void whatCameAndWentBetweenTwoSnapshotsIsNoticed() {
    UnseenSet set = known();
    set.visibleUpTo(5);
    UnseenChanges.Snapshot before = set.snapshot();
    assertThat(before.visibleTransaction()).isLessThanOrEqualTo(before.committedTransaction());
    set.begin(Optional.of(nodes(1))).ended(6);
    UnseenChanges.Snapshot committed = set.snapshot();
    assertThat(committed.visibleTransaction()).isLessThanOrEqualTo(before.committedTransaction());
    set.visibleUpTo(6);
    UnseenChanges.Snapshot after = set.snapshot();
    assertThat(after.nodes()).isEmpty();
    assertThat(after.visibleTransaction()).isGreaterThan(before.committedTransaction());
    assertThat(after.visibleTransaction()).isLessThanOrEqualTo(committed.committedTransaction());
    assertThat(after.lasting().visibleTransaction()).isZero();
  }

  @Test
  void anEntityStaysForTheLastOfItsTransactions() {
    UnseenSet set = known();
    set.begin(Optional.of(nodes(1))).ended(7);
    UnseenSet.Commit later = set.begin(Optional.of(nodes(1)));
    set.visibleUpTo(7);
    assertThat(set.snapshot().nodes()).containsExactly(1);
    later.ended(9);
    set.visibleUpTo(8);
    assertThat(set.snapshot().nodes()).containsExactly(1);
    set.visibleUpTo(9);
    assertThat(set.snapshot().nodes()).isEmpty();
  }

  @Test
  void whatIsParkedWaitsForNothingUntilItChanges() {
    AtomicLong now = new AtomicLong(1_000);
    UnseenSet set = new UnseenSet(BOUND, now::get);
    set.setKnown();
    set.begin(Optional.of(nodes(1))).ended(7);
    set.park(EntityKind.NODE, 1);
    now.set(1_100);
    assertThat(set.snapshot().lagMillis()).isEqualTo(100);
    set.visibleUpTo(7);
    assertThat(set.snapshot().lagMillis()).isZero();
    now.set(5_000);
    set.begin(Optional.of(nodes(1)));
    now.set(5_200);
    assertThat(set.snapshot().lagMillis()).isEqualTo(200);
    assertThat(set.snapshot().lasting().nodes()).containsExactly(1);
  }

  @Test
  void tooMuchIsUnknownUntilItIsVisible() {
    UnseenSet set = known();
    UnseenSet.Commit huge = set.begin(Optional.empty());
    assertThat(set.snapshot().known()).isFalse();
    set.visibleUpTo(100);
    assertThat(set.snapshot().known()).isFalse();
    huge.ended(101);
    assertThat(set.snapshot().known()).isFalse();
    assertThat(set.snapshot().lagMillis()).isPositive();
    set.visibleUpTo(101);
    assertThat(set.snapshot().known()).isTrue();
    assertThat(set.snapshot().lagMillis()).isZero();
  }

  @Test
  void aSnapshotDoesNotChange() {
    UnseenSet set = known();
    set.begin(Optional.of(nodes(3))).ended(5);
    UnseenChanges.Snapshot before = set.snapshot();
    assertThat(set.snapshot()).isSameAs(before);
    set.begin(Optional.of(nodes(4))).ended(6);
    set.setUnknown("for a reason");
    assertThat(before.nodes()).containsExactly(3);
    assertThat(before.known()).isTrue();
    assertThat(set.snapshot().nodes()).containsExactly(3, 4);
    assertThat(set.snapshot().reason()).isEqualTo("for a reason");
  }

  @Test
  void aConsumerThatIsDownIsUnknownAndNothingIsForgottenMeanwhile() {
    UnseenSet set = known();
    set.setDown("connection refused");
    set.begin(Optional.of(nodes(3))).ended(5);
    assertThat(set.snapshot().reason()).isEqualTo("connection refused");
    set.setDown("");
    assertThat(set.snapshot().known()).isTrue();
    assertThat(set.snapshot().nodes()).containsExactly(3);
  }

  private static final class Running {
    final TouchedEntities touched;
    final UnseenSet.Commit commit;
    long transaction;

    Running(TouchedEntities touched, UnseenSet.Commit commit) {
      this.touched = touched;
      this.commit = commit;
    }
  }

  @Test
  void itHoldsExactlyWhatIsNotVisible() {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("UnseenSetTest -Dtests.seed=" + seed);
    Random random = new Random(seed);
    int exact = 0;
    for (int run = 0; run < 200; run++) {
      UnseenSet set = known();
      List<Running> running = new ArrayList<>();
      List<Running> committed = new ArrayList<>();
      Set<Long> parked = new TreeSet<>();
      long last = 0;
      long visible = 0;
      for (int step = 0; step < 200; step++) {
        switch (random.nextInt(6)) {
          case 0:
          case 1:
            TouchedEntities touched = new TouchedEntities();
            for (int i = random.nextInt(random.nextInt(15) == 0 ? 25 : 3); i >= 0; i--) {
              touched.add(EntityKind.NODE, random.nextInt(40));
            }
            running.add(new Running(touched, set.begin(Optional.of(touched))));
            break;
          case 2:
          case 3:
            if (!running.isEmpty()) {
              Running one = running.remove(random.nextInt(running.size()));
              if (random.nextInt(5) == 0) {
                one.commit.ended(last);
                one.transaction = last;
              } else {
                one.transaction = ++last;
                one.commit.ended(last);
              }
              committed.add(one);
            }
            break;
          case 4:
            visible = Math.min(last, visible + random.nextInt(5));
            set.visibleUpTo(visible);
            break;
          default:
            long id = random.nextInt(40);
            if (parked.size() < 3 && parked.add(id)) {
              set.park(EntityKind.NODE, id);
            } else if (parked.remove(id)) {
              set.unpark(EntityKind.NODE, id);
            }
        }
        Set<Long> expected = new TreeSet<>(parked);
        long seen = visible;
        running.forEach(one -> one.touched.of(EntityKind.NODE).forEach(expected::add));
        committed.stream()
            .filter(one -> one.transaction > seen)
            .forEach(one -> one.touched.of(EntityKind.NODE).forEach(expected::add));
        UnseenChanges.Snapshot snapshot = set.snapshot();
        assertThat(snapshot.lasting().nodes())
            .containsExactly(parked.stream().mapToLong(i -> i).toArray());
        if (snapshot.known()) {
          exact++;
          assertThat(snapshot.nodes())
              .containsExactly(expected.stream().mapToLong(i -> i).toArray());
        } else {
          assertThat(snapshot.reason()).contains("more than 20");
        }
        assertThat(set.size()).isLessThanOrEqualTo(BOUND + 3);
      }
    }
    assertThat(exact).isGreaterThan(10_000);
  }
}
