/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.MapValue;
import org.neo4j.values.virtual.VirtualValues;
import org.pandagraph.plugin.error.CypherPlusError;

class MapEntriesTest {
  private static final MapValue FACE =
      VirtualValues.map(
          new String[] {"age", "gender"}, new AnyValue[] {Values.doubleValue(30), Values.NO_VALUE});

  private final EngineFixture f = new EngineFixture();

  @Test
  void anArrowBehindAMapGivesItsEntry() {
    assertThat(f.property(FACE, "age")).isEqualTo(Values.doubleValue(30));
    assertThat(f.property(FACE, "gender")).isEqualTo(Values.NO_VALUE);
  }

  @Test
  void aMissingEntryIsNamedWithTheNearestOne() {
    assertThatThrownBy(() -> f.property(FACE, "agee"))
        .isInstanceOf(CypherPlusError.class)
        .hasMessageContaining("`agee`")
        .hasMessageContaining("did you mean `age`?")
        .hasMessageContaining("`age`, `gender`");
  }
}
