/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import org.pandagraph.plugin.testing.StoreKind;

/** Staged, referenced, collected, with contents in HBase. */
class BlobLifeOnHBaseTest extends BlobLifeTest {
  private final StoreKind hbase = StoreKind.hbase();

  @Override
  StoreKind kind() {
    return hbase;
  }
}
