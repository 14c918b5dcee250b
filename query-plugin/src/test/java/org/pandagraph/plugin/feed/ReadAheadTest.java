/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {
  private final List<Thread> readers = new ArrayList<>();

  /** Gives 0, 1, 2 and notes who asked. */
  private Iterator<Integer> numbers(int count, Runnable whileMaking) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < count;
      }

      @Override
      public Integer next() {
        readers.add(Thread.currentThread());
        if (next > 0) {
          whileMaking.run();
        }
        return next++;
      }
    };
  }

  @Test
  void givesAllInTheirOrder() {
    List<Integer> given = new ArrayList<>();
    try (ReadAhead<Integer> ahead = new ReadAhead<>(numbers(5, () -> {}))) {
      ahead.forEachRemaining(given::add);
      assertThat(ahead.hasNext()).isFalse();
    }
    assertThat(given).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void needsNoThreadForOne() {
    try (ReadAhead<Integer> ahead = new ReadAhead<>(numbers(1, () -> {}))) {
      assertThat(ahead.next()).isZero();
    }
    assertThat(readers).containsExactly(Thread.currentThread());
  }

  @Test
  void makesTheNextOneWhileOneIsUsed() throws InterruptedException {
    CountDownLatch making = new CountDownLatch(1);
    try (ReadAhead<Integer> ahead = new ReadAhead<>(numbers(2, making::countDown))) {
      assertThat(ahead.next()).isZero();
      assertThat(making.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(ahead.next()).isEqualTo(1);
    }
    assertThat(readers.get(1)).isNotSameAs(Thread.currentThread());
  }

  @Test
  void tellsWhatWentWrongToWhoAsksForIt() {
    IllegalStateException failure = new IllegalStateException("no such page");
    ReadAhead<Integer> ahead =
        new ReadAhead<>(
            numbers(
                2,
                () -> {
                  throw failure;
                }));
    assertThat(ahead.next()).isZero();
    assertThatThrownBy(ahead::next).isSameAs(failure);
  }

  @Test
  void leavesTheSourceAloneOnceItIsClosed() {
    CountDownLatch closing = new CountDownLatch(1);
    List<String> order = new ArrayList<>();
    ReadAhead<Integer> ahead =
        new ReadAhead<>(
            numbers(
                2,
                () -> {
                  try {
                    closing.await();
                    Thread.sleep(50);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  order.add("made");
                }));
    ahead.next();
    closing.countDown();
    ahead.close();
    order.add("closed");
    assertThat(order).containsExactly("made", "closed");
  }
}
