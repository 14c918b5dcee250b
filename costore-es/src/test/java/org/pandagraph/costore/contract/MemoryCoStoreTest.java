/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.contract;

import org.pandagraph.costore.CoStore;

class MemoryCoStoreTest extends CoStoreContract {
  private MemoryCoStore first;

  @Override
  protected CoStore openStore() {
    if (first == null) {
      first = new MemoryCoStore();
      return first;
    }
    return first.reopen();
  }
}
