/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  private static final String TAG = "\"abc\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      nullValues = "-",
      value = {
        "- | - | PROCEED",
        "\"abc\" | - | PROCEED",
        "* | - | PROCEED",
        "\"x\", \"abc\" | - | PROCEED",
        "\"x\",,\"abc\" | - | PROCEED",
        "\"x,\", \"abc\" | - | PROCEED",
        "W/\"abc\" | - | PRECONDITION_FAILED",
        "\"x\" | - | PRECONDITION_FAILED",
        "abc | - | PRECONDITION_FAILED",
        "\"x\" | \"abc\" | PRECONDITION_FAILED",
        "- | \"abc\" | NOT_MODIFIED",
        "- | W/\"abc\" | NOT_MODIFIED",
        "- | * | NOT_MODIFIED",
        "- | \"x\", W/\"abc\" | NOT_MODIFIED",
        "- | \"x\" | PROCEED",
        "- | \"abcd\" | PROCEED",
        "\"abc\" | \"abc\" | NOT_MODIFIED"
      })
  void matrix(String ifMatch, String ifNoneMatch, Conditions.Outcome expected) {
    assertThat(Conditions.of(TAG, ifMatch, ifNoneMatch)).isEqualTo(expected);
  }

  @Test
  void aRangeCountsForThisContentOnly() {
    assertThat(Conditions.rangeCounts(TAG, null)).isTrue();
    assertThat(Conditions.rangeCounts(TAG, TAG)).isTrue();
    assertThat(Conditions.rangeCounts(TAG, "W/" + TAG)).isFalse();
    assertThat(Conditions.rangeCounts(TAG, "\"other\"")).isFalse();
    assertThat(Conditions.rangeCounts(TAG, "Sat, 21 Nov 2026 11:00:00 GMT")).isFalse();
  }
}
