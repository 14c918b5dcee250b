/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.contract.CoStoreContract;

class ElasticsearchCoStoreContractTest extends CoStoreContract {
  private final ElasticsearchConfig config =
      RealElasticsearch.config().pageSize(50).bulkBytes(64 * 1024).build();

  @Override
  protected CoStore openStore() {
    return ElasticsearchCoStore.open(config);
  }
}
