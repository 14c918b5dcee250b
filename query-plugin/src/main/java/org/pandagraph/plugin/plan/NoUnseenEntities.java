/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import org.pandagraph.costore.EntityKind;

/** No unseen entities that anybody could name. */
public enum NoUnseenEntities implements UnseenEntities {
  /** Nothing the store does not show, or nothing that the asker minds not being shown. */
  NONE(true, 0),
  /** Nobody knows what the store does not show. */
  UNKNOWN(false, Long.MAX_VALUE);

  private final boolean known;
  private final long lagMillis;

  NoUnseenEntities(boolean known, long lagMillis) {
    this.known = known;
    this.lagMillis = lagMillis;
  }

  @Override
  public boolean usable() {
    return known;
  }

  @Override
  public UnseenEntities lasting() {
    return this;
  }

  @Override
  public boolean known() {
    return known;
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
  public long committedTransaction() {
    return Long.MAX_VALUE;
  }

  @Override
  public long visibleTransaction() {
    return 0;
  }

  @Override
  public long lagMillis() {
    return lagMillis;
  }
}
