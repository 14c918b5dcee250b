/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchesTest {
  @Test
  void cutsByCountAndBySize() {
    assertThat(Batches.bounds(0, i -> 1, 3, 10)).containsExactly(0);
    assertThat(Batches.bounds(7, i -> 1, 3, 10)).containsExactly(0, 3, 6, 7);
    long[] sizes = {4, 4, 4, 50, 1, 9, 1};
    assertThat(Batches.bounds(7, i -> sizes[i], 10, 10)).containsExactly(0, 2, 3, 4, 6, 7);
  }
}
