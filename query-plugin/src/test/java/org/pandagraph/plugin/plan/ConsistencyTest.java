/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.costore.EntityKind;

class ConsistencyTest {
  @Test
  void readsWhatItWrites() {
    assertThat(Consistency.parse(" Strong ")).isSameAs(Consistency.STRONG);
    assertThat(Consistency.parse("EVENTUAL")).isSameAs(Consistency.EVENTUAL);
    assertThat(Consistency.parse("bounded(250)")).isEqualTo(Consistency.bounded(250));
    assertThat(Consistency.parse(Consistency.bounded(0).toString()))
        .isEqualTo(Consistency.bounded(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "weak", "bounded", "bounded(-1)", "bounded(1.5)", "bounded(10s)"})
  void saysWhatIsAllowed(String text) {
    assertThatThrownBy(() -> Consistency.parse(text))
        .hasMessage("'" + text + "' is none of strong, bounded(MILLISECONDS), eventual");
  }

  @Test
  void whatTheStoreNeverShowsIsMindedInAnyCase() {
    UnseenEntities young = new Unseen(true, true, 100);
    assertThat(Consistency.STRONG.minded(young)).isSameAs(young);
    assertThat(Consistency.bounded(99).minded(young)).isSameAs(young);
    assertThat(Consistency.bounded(100).minded(young)).isSameAs(Unseen.PARKED);
    assertThat(Consistency.EVENTUAL.minded(young)).isSameAs(Unseen.PARKED);
  }

  @Test
  void eventualMindsNoLagButWhoseTheDataAre() {
    UnseenEntities tooMany = new Unseen(true, false, 100);
    assertThat(Consistency.bounded(1000).minded(tooMany)).isSameAs(tooMany);
    assertThat(Consistency.EVENTUAL.minded(tooMany)).isSameAs(Unseen.PARKED);
    UnseenEntities ofAnotherGraph = new Unseen(false, false, 0);
    assertThat(Consistency.EVENTUAL.minded(ofAnotherGraph)).isSameAs(ofAnotherGraph);
  }

  private record Unseen(boolean usable, boolean known, long lagMillis) implements UnseenEntities {
    static final UnseenEntities PARKED = new Unseen(true, true, 0);

    @Override
    public UnseenEntities lasting() {
      return PARKED;
    }

    @Override
    public long committedTransaction() {
      return 0;
    }

    @Override
    public long visibleTransaction() {
      return 0;
    }

    @Override
    public int size(EntityKind kind) {
      return 1;
    }

    @Override
    public boolean contains(EntityKind kind, long id) {
      return id == 1;
    }

    @Override
    public long[] ids(EntityKind kind) {
      return new long[] {1};
    }
  }
}
