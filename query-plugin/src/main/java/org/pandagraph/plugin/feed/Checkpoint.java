/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.List;
import java.util.Objects;

/** What a consumer keeps durably next to its own data, written and read as a whole. Immutable. */
public final class Checkpoint {
  private final FeedPosition position;
  private final List<ParkedEntity> parked;

  public Checkpoint(FeedPosition position, List<ParkedEntity> parked) {
    this.position = Objects.requireNonNull(position);
    this.parked = List.copyOf(parked);
  }

  /** All transactions up to it are in the consumer's data, but for the parked entities. */
  public FeedPosition position() {
    return position;
  }

  /** As many as {@link FeedOptions#mostParked()}, at most. */
  public List<ParkedEntity> parked() {
    return parked;
  }
}
