/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

/** What some transactions that follow one another have touched. */
final class LogRange {
  /** Behind the last of them. */
  final FeedPosition end;

  final TouchedEntities touched;

  /** When the first of them was committed, ms since 1970. */
  final long committedAt;

  LogRange(FeedPosition end, TouchedEntities touched, long committedAt) {
    this.end = end;
    this.touched = touched;
    this.committedAt = committedAt;
  }
}
