/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the answer of a question has to be. */
@FunctionalInterface
interface Expectation {
  /** What is wrong with these rows; empty where nothing is. */
  Optional<String> problem(List<List<Object>> rows);

  /** These rows in this order. */
  static Expectation inOrder(List<List<Object>> expected) {
    return rows ->
        rows.equals(expected) ? Optional.empty() : Optional.of("expected, in order: " + expected);
  }

  /** These rows in any order. */
  static Expectation anyOrder(List<List<Object>> expected) {
    return rows -> {
      List<List<Object>> missing = new ArrayList<>(expected);
      List<List<Object>> surplus = new ArrayList<>();
      for (List<Object> row : rows) {
        if (!missing.remove(row)) {
          surplus.add(row);
        }
      }
      return missing.isEmpty() && surplus.isEmpty()
          ? Optional.empty()
          : Optional.of("missing: " + missing + ", not expected: " + surplus);
    };
  }

  /** As this one, and each row's cell in a column passes, for what is no matter of equality. */
  default Expectation butColumn(int column, String what, Predicate<Object> passes) {
    return rows -> {
      List<List<Object>> others = new ArrayList<>();
      for (List<Object> row : rows) {
        if (!passes.test(row.get(column))) {
          return Optional.of("not " + what + ": " + row.get(column));
        }
        List<Object> rest = new ArrayList<>(row);
        rest.remove(column);
        others.add(rest);
      }
      return problem(others);
    };
  }
}
