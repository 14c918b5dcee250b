/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.Objects;

/** A state that a co-store can never take, and why. Immutable. */
public final class RejectedState {
  private final EntityState state;
  private final String reason;

  public RejectedState(EntityState state, String reason) {
    this.state = Objects.requireNonNull(state);
    this.reason = Objects.requireNonNull(reason);
  }

  public EntityState state() {
    return state;
  }

  /** For people. */
  public String reason() {
    return reason;
  }

  @Override
  public String toString() {
    return state + ": " + reason;
  }
}
