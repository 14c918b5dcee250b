/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import org.pandagraph.plugin.testing.StoreKind;

/** Commits and collections at the same time, with contents in HBase. */
class CommitRaceOnHBaseTest extends CommitRaceTest {
  private final StoreKind hbase = StoreKind.hbase();

  @Override
  StoreKind kind() {
    return hbase;
  }
}
