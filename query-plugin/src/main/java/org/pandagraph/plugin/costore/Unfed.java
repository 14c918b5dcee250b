/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import org.pandagraph.costore.EntityKind;
import org.pandagraph.plugin.plan.UnseenEntities;

/** Nobody feeds the store: what it lacks is not known. */
enum Unfed implements UnseenEntities {
  INSTANCE;

  @Override
  public boolean known() {
    return false;
  }

  @Override
  public int size(EntityKind kind) {
    return 0;
  }

  @Override
  public boolean contains(EntityKind kind, long id) {
    return false;
  }

  @Override
  public long[] ids(EntityKind kind) {
    return new long[0];
  }

  @Override
  public long lagMillis() {
    return Long.MAX_VALUE;
  }
}
