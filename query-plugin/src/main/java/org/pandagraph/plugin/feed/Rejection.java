/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.Objects;

/** One state that a consumer refused for what is in it: sending it again would not help. */
public final class Rejection {
  private final EntityState state;
  private final String reason;

  /**
   * @param reason for people
   */
  public Rejection(EntityState state, String reason) {
    this.state = Objects.requireNonNull(state);
    this.reason = Objects.requireNonNull(reason);
  }

  public EntityState state() {
    return state;
  }

  public String reason() {
    return reason;
  }
}
