/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void alignsColumns() {
    assertThat(
            TextTable.lines(
                List.of("name", "x"),
                List.of(List.of("Tom Green", 0.5), List.of("T", List.of("a", "b")))))
        .containsExactly(
            "name       x", //
            "---------  -----",
            "Tom Green  0.500",
            "T          a, b");
  }

  @Test
  void shortensLongCells() {
    assertThat(TextTable.cell("x".repeat(100))).hasSize(60).endsWith("...");
  }
}
