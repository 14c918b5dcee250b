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
}
