/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.util.Objects;

/**
 * What came of one scenario.
 *
 * @param key names the scenario
 * @param verdict {@link #PASS} and so on
 * @param explain status code of {@code EXPLAIN}, {@code ok} if none, null if there was no query
 * @param code status code of running the query, null if none
 */
record Outcome(Key key, String verdict, String explain, String code) {
  static final String PASS = "pass";
  static final String FAIL = "fail";
  static final String ERROR_AS_EXPECTED = "error-raised-as-expected";
  static final String NO_ERROR = "fail-no-error";

  /** The scenario needs a procedure of the TCK's own, which plain Neo4j has no place for. */
  static final String SKIPPED = "skipped-needs-test-procedure";

  /**
   * Names a scenario; unique in the TCK.
   *
   * @param example index in a scenario outline, null if it is none
   */
  record Key(String feature, String scenario, Integer example) {
    @Override
    public String toString() {
      return feature + " / " + scenario + (example == null ? "" : " / example " + example);
    }
  }

  boolean sameAs(Outcome other) {
    return verdict.equals(other.verdict)
        && Objects.equals(explain, other.explain)
        && Objects.equals(code, other.code);
  }

  @Override
  public String toString() {
    return verdict + ", explain " + explain + ", code " + code;
  }
}
