/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.time.Duration;
import java.util.Objects;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;

/**
 * Leaves a co-store alone for a while after it has failed, so that one that hangs holds up a
 * statement now and then, and not each of them. Thread-safe.
 */
public final class StoreBreaker implements CoStoreAccess {
  private final CoStoreAccess access;
  private final long pauseNanos;
  private volatile boolean paused;
  private volatile long since;

  /**
   * @param pause for how long it is not asked after a failure; zero for not at all
   */
  public StoreBreaker(CoStoreAccess access, Duration pause) {
    this.access = Objects.requireNonNull(access);
    this.pauseNanos = pause.toNanos();
  }

  /**
   * To be called where the store has failed. That its indexes are missing, as before they are
   * filled for the first time, is told at once and is no reason to stay away.
   */
  public void failed(CoStoreException failure) {
    if (failure.code() == CoStoreErrorCode.INDEX_GONE) {
      return;
    }
    since = System.nanoTime();
    paused = true;
  }

  @Override
  public CoStore store() {
    if (paused) {
      if (System.nanoTime() - since < pauseNanos) {
        return null;
      }
      paused = false;
    }
    return access.store();
  }

  @Override
  public UnseenEntities unseen() {
    return access.unseen();
  }

  @Override
  public Consistency consistency() {
    return access.consistency();
  }

  @Override
  public boolean pushdown() {
    return access.pushdown();
  }
}
