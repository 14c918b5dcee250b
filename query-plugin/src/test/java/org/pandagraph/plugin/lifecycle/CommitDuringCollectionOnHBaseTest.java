/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import org.pandagraph.plugin.testing.StoreKind;

/** Commits at the moments of a collection at which they matter most, with contents in HBase. */
class CommitDuringCollectionOnHBaseTest extends CommitDuringCollectionTest {
  private final StoreKind hbase = StoreKind.hbase();

  @Override
  StoreKind kind() {
    return hbase;
  }
}
