/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

/** The contract on an HBase in a JVM of its own. */
class HBaseBlobStoreContractTest extends HBaseContract {
  @Override
  String quorum() {
    return RealHBase.quorum();
  }
}
