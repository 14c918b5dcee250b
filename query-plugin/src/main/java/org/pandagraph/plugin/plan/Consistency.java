/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How up to date an answer of the co-store has to be. A transaction's own changes are in it in any
 * case. Immutable.
 */
public final class Consistency {
  /** As the graph itself would answer. */
  public static final Consistency STRONG = new Consistency("strong", 0);

  /**
   * Without the changes that the store does not show yet, however many and old they are; not from
   * what is no state of this graph.
   */
  public static final Consistency EVENTUAL = new Consistency("eventual", Long.MAX_VALUE);

  private static final Pattern BOUNDED = Pattern.compile("bounded\\((\\d{1,12})\\)");

  private final String name;
  private final long toleratedLagMillis;

  private Consistency(String name, long toleratedLagMillis) {
    this.name = name;
    this.toleratedLagMillis = toleratedLagMillis;
  }

  /**
   * Without the changes that the store does not show yet, as long as none is older.
   *
   * @param millis at least 0
   */
  public static Consistency bounded(long millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("a bound is at least 0 ms, not " + millis);
    }
    return new Consistency("bounded(" + millis + ")", millis);
  }

  /**
   * Reads {@code strong}, {@code bounded(MILLISECONDS)} or {@code eventual}, in any case.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static Consistency parse(String text) {
    String name = text.trim().toLowerCase(Locale.ROOT);
    Matcher bounded = BOUNDED.matcher(name);
    if (bounded.matches()) {
      return bounded(Long.parseLong(bounded.group(1)));
    }
    if (name.equals(STRONG.name)) {
      return STRONG;
    }
    if (name.equals(EVENTUAL.name)) {
      return EVENTUAL;
    }
    throw new IllegalArgumentException(
        "'" + text + "' is none of strong, bounded(MILLISECONDS), eventual");
  }

  /**
   * Those of the changes that the store does not show which an answer has to have all the same:
   * those that it will never show in any case.
   *
   * @param unseen all of them
   */
  public UnseenEntities minded(UnseenEntities unseen) {
    boolean tolerated =
        this == EVENTUAL
            ? unseen.usable()
            : toleratedLagMillis > 0 && unseen.known() && unseen.lagMillis() <= toleratedLagMillis;
    return tolerated ? unseen.lasting() : unseen;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Consistency && name.equals(((Consistency) other).name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return name;
  }
}
