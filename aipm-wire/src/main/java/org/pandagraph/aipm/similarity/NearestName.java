/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name somebody meant who typed a wrong one, for "did you mean" in messages. */
public final class NearestName {
  private NearestName() {}

  /**
   * The nearest of some valid names, or none where nothing is near enough (two fifths of its
   * characters may differ, at least one; case does not count). Among equally near ones the first in
   * alphabetical order.
   */
  public static Optional<String> of(String typed, Collection<String> valid) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, (wanted.length() * 2 + 2) / 5);
    LevenshteinDistance distance = new LevenshteinDistance(allowed);
    return valid.stream()
        .filter(name -> distance.apply(wanted, name.toLowerCase(Locale.ROOT)) >= 0)
        .min(
            Comparator.<String>comparingInt(
                    name -> distance.apply(wanted, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code " (did you mean `jaro`?)"}, to be put after a wrong name; empty where none is near. */
  public static String hint(String typed, Collection<String> valid) {
    return of(typed, valid).map(name -> " (did you mean `" + name + "`?)").orElse("");
  }
}
