/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.ArrayList;
import java.util.List;

/**
 * What a query gave: its rows in an order of their own, or the code of its error.
 *
 * @param rows sorted; empty after an error
 * @param error null where there was none
 */
record Answer(List<String> rows, String error) {
  /** How the two differ, for people; null where they do not. */
  static String difference(Answer pushed, Answer plain) {
    if (pushed.equals(plain)) {
      return null;
    }
    List<String> missing = new ArrayList<>(plain.rows);
    pushed.rows.forEach(missing::remove);
    List<String> surplus = new ArrayList<>(pushed.rows);
    plain.rows.forEach(surplus::remove);
    return "pushed down "
        + (pushed.error == null ? pushed.rows.size() + " rows" : pushed.error)
        + ", not pushed down "
        + (plain.error == null ? plain.rows.size() + " rows" : plain.error)
        + ", missing "
        + first(missing)
        + ", too many "
        + first(surplus);
  }

  private static List<String> first(List<String> rows) {
    return rows.subList(0, Math.min(rows.size(), 5));
  }
}
