/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.time.Instant;
import java.util.Objects;

/**
 * An entity whose state a consumer does not take: its derived data is old or missing until it
 * changes again, or is retried by hand. Immutable.
 */
public final class ParkedEntity {
  private static final int LONGEST_REASON = 1_000;

  private final EntityKind kind;
  private final long id;
  private final String reason;
  private final Instant since;

  /**
   * @param reason for people; cut after 1,000 characters
   * @param since when it was refused
   */
  public ParkedEntity(EntityKind kind, long id, String reason, Instant since) {
    this.kind = Objects.requireNonNull(kind);
    this.id = id;
    this.reason =
        reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "...";
    this.since = Objects.requireNonNull(since);
  }

  public EntityKind kind() {
    return kind;
  }

  public long id() {
    return id;
  }

  public String reason() {
    return reason;
  }

  public Instant since() {
    return since;
  }

  @Override
  public String toString() {
    return kind + " " + id + ": " + reason + " (since " + since + ")";
  }
}
