/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import org.pandagraph.costore.EntityKind;

/** Nothing the store does not show, or nothing that the asker minds not being shown. */
public enum NoUnseenEntities implements UnseenEntities {
  INSTANCE;

  @Override
  public boolean known() {
    return true;
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
    return 0;
  }
}
